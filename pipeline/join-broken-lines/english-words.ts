/**
 * Common words of English, without most of the forms that endings make of them.
 *
 * They tell a word from a syllable, no more; none of them is looked for in a text. A few letters that stand as words
 * on web pages alone are left out, since a syllable may look like them.
 */
const list = `
abandon ability able about above abroad absence absolute absorb absorption abstract abstraction absurd abundance
abundant abuse academic accelerate acceleration accept acceptable acceptance access accessibility accessible
accessories accident accidental acclaimed accommodate accommodation accompanied accomplish accordance according
account accountability accountable accountant accuracy accurate accused accusing accustomed achievable achieve
achievement acknowledge acquire acquisition across act action actionable activate activation active activists
activity actor actress acts actual adapt adaptability adaptable adaptation adapter adaptive add added addition
additional address adds adept adequate adhere adherence adjust adjustable adjustment admin administration
administrative admire admission admit adopt adoption ads adult advance advancement advantage adventure adventurers
adverse advertise advertisement advertisers advice advise adviser advisor advisory advocate aerial aesthetic
aesthetically affair affect affiliate afford affordability affordable afraid after aftermath afternoon afterthought
afterwards again against age aged agency agenda agent agentic ages aggregate aggregators aggressive agile agility
aging ago agree agreement agricultural ahead aid aide aids aim aimed aims air aircraft airline airplane airport
airspace airstrike akin alarm albeit album alcohol alert algorithm align alignment alike alive all allegations
alleged allergies alliance allocate allocation allow ally almost alone along alongside aloud already also alt alter
alternate alternative although aluminum always amazed amazing ambassador ambient ambiguous ambition ambitious
amended amenities amid amidst among amount ample analysis analyst analytical analytics analyze anchor ancient and
angle angry animal animated animation ankle anniversary announce announcement annoying annual anomalies anonymous
another answer anticipate antioxidants antivirus anxiety any anybody anymore anyone anything anytime anyway anywhere
apart apartment apology app apparent appeal appear appearance appetite appliance applicable applicant application
apply appointed appointment appreciate appreciation appreciative approach approachable appropriate approval approve
approximately apps apt arbitrary architect architectural architecture archive are area areas arguably argue argument
arise arm armed arms army around arrange arrangement array arrest arrival arrive art article articulate artificial
artist arts artwork aside ask asked asks asleep aspect aspirations aspiring assassination assault assemble assembly
assertion assess assessment asset assign assignment assist assistance assistant associate association assume
assumption assurance assure asthma athletes athletic atmosphere atop attached attaches attachment attack attacker
attempt attend attendance attendee attention attentive attic attitude attorney attract attractions attractive
attribute attribution auction audience audio audit augmented authentic authentication authenticity author
authoritative authority authorized auto automate automatic automatically automation automotive autonomous autonomy
availability available avalanche avenues average avocado avoid avoidance awaited awaits awakening award aware
awareness away awe awesome awful awkward baby bachelor back backbone backend background backpack backs backup
backward backyard bacteria bad badge bag bags bake baked baker balance ball balls bamboo ban banana band bands
bandwidth bang bank banks banners bans bar bare barley barn barrier bars base baseball based baseline basement basic
basically basis basket basketball bat batch bath bathroom battery battle battlefield battleground battleship beach
bean beans bear beat beaten beats beautiful beauty became because become bed bedroom beds bedside beef been beer
before beforehand began begin beginner begun behalf behave behavior behavioral behaviour behind being belief believe
bells belong belongings beloved below belt bench benchmark bend beneath beneficial benefit berries beside bespoke
best bet beta better between beverage beyond bias bid big bigger biggest bike bikes bill billion billionaire bills
bin binary binding biodegradable biological bird birth birthday bit bite bites bits bitter black blackberry
blackboard blackmail blackness blacksmith blades blame blank blanket blast blend blessing blind blisters block
blockchain blog blogger blogs blood bloodshed bloodstream bloom blow blows blue blueberry blueprint blush board
boast body boiled boiling boils bold bomb bomber bond bonds bonfire bonus book bookmark books bookshop boom boost
boot border boredom boring born borrowed boss both bother bots bottle bottleneck bottom bought bounce bound boundary
boutique bowl bowls box boxes boy boys bracket brain brakes braking branch brand brass breach bread breadth break
breakdown breakfast breakthrough breath breathable breathe breeze brew brick bridge brief bright brighter brightest
brightness brilliance brilliant bring brink broad broadcast broader broke broken broker brokerage bronze brother
brotherhood brought brown browse browser brush brutal bubble buck bucket budget buds buffer bug buggy bugs build
builder built bulbs bulk bulky bullet bump bumper bunch bundle burden burdensome buried burn burnout burns burst bus
buses bush business businessman bust busy but butter butterfly button buy buyer buys buzz buzzword bypass cabbage
cabinet cable cache cadence cafe cake cakes calcium calculate calculation calculator calendar call calls calm
calorie came camera camp campaign campfire campus can canal cancel cancellation cancer candidate candle candlelight
cannot cap capability capable capacity capital capitalize caps captain caption captivating capture car carbon card
cardboard cardio cardiovascular cards care career careful careless cares cargo carpenter carpet carrier carrots
carry cars cart carts carve case cases cash cast casual cat catalog catch categorized category cater caterer
cathedral cathode cats caught cause caution ceasefire ceiling celebrate celebration celebrity cell cellar cells
cellular cent center central centralized centre century ceramic ceremony certain certainty certificate certification
certified chain chair chairman challenge champion championship chance change changer channel chaos chaotic chapter
character characteristics charge charger charitable charity charm chart chase chat chatbot chats cheap cheaper
cheapest check checklist checkout cheese chef chemical cherish cherry chess chest chicken chief child childhood
children chimney china chip chips chocolate choice cholesterol choose chose chosen chronic church churn cinema
circle circuit circular circumstances cite cited citizen citizenship city civil civilian claim clarify clarity clash
class classic classical classification classify classmates classroom clause claw clay clean cleaner cleanup clear
clearance clearer clever click clickable client cliff climate climb clinic clinical clinician clip clips clock
clockmaker clockwise cloned close closer closet cloth cloud club clubs clunky clusters clutter coach coal coalition
coast coastline cobweb cocktail code codebase codes coffee cognition cognitive cohesive cohort coin cold collaborate
collaboration collaborative collaborators collapse collar colleague collect collection collective college collision
color colorful colours column combat combination combine combo come comeback comedy comes comfort comfortable
comfortably comfy command commander comment commentary commerce commercial commission commit commitment committee
common communicate communication community commute commuter compact companion company comparable compare comparison
compatibility compatible compelling compensated compensation compete competent competition competitive
competitiveness competitor compile complained complaining complaints complement complementary complete completeness
completion complex complexity compliance compliant complicate complimentary comply component compose composition
compound comprehensive compression compromise computation compute computer concentrate concentration concept concern
concessions concise concluded conclusion concrete concurrent condemned condition conditioner conduct conference
confidence confident confidential config configuration configure confirm confirmation conflict confronted confuse
confusion connect connection connectivity connectors conquer conscious consecutive consent consequence conservation
conservative conserve consider considerable considerably consideration consist consistency consistent console
consolidate consolidation conspiracy constant constitute constraints construct construction constructive consult
consultant consultation consume consumer consumption contact contain container contamination contemporary contender
content contentious contest context contextual contingency continually continue continuity continuous contract
contractors contrast contribute contribution contributor control controllers controversial controversy convenience
convenient conventional conventions conversation conversational conversion convert converter convertible convey
convinced convincing cook cookie cool cooler coordinate coordination coordinator cope copper copy copyright cord
cords core corn corner cornerstone corporate corporations correct correction correspondence correspondent
corresponding corresponds corridor corruption cost costs cotton couch could count counter counterpart counties
countless country countryman countrymen countryside coup couple course court courtesy courthouse cousin cover
coverage cozy crack crackdown craft craftsman craftsmanship cramped crank crash crate crave cravings crawl crazy
cream create creation creative creativity creator creatures credentials credibility credible credit crew cricket
crime criminal crisis crisp criteria critical criticism critics crop crops cross crossfire crossover crossroads
crowd crown crucial crude cruel cruise crunch crunchy crush cry crypto cryptocurrency cryptography crystal cucumber
cues cuisine culinary cultural culture cumbersome cup cupboard cups curated curiosity curious curl currency current
curriculum curtains curve cushion custody custom customer customizable customization customize cut cute cuts cyber
cybersecurity cycle dad daily dairy damage dance danger dangerous dark darker darkness dashboard data database
dataset date dated dates daughter daunting day daylight days daytime dead deadline deal dealer deals death debate
debris debt debug debut decade decay decent decentralized decide decision decisive deck declaration declared decline
decor decrease dedicated dedication deduction deemed deep deeper default defeat defence defend defender defense
defensive deficit define definite definition definitive degree delay delete deliberate delicate delicious delight
delightful deliver delivery delve demand demo democracy democratic demographic demonstrate demonstrations demos
dense density dental dentist deny department departure depend dependable dependence dependency dependent deploy
deployment deposit depression depth deputy derived describe description desert deserve design designated designer
desirable desire desk desktop desperately despite dessert destination destroy destruction destructive detail detect
detection detective deter determine deterministic develop developer development device devoted dew diabetes diagnose
diagnosis diagnostic dialed dialogue diary dictate dictionary did die died dies diet dietary dietitian diets differ
difference different differentiate difficult difficulty dig digestive digital digits dimension dining dinner dioxide
dip diplomat diplomatic direct direction director directory dirt dirty disabilities disabled disadvantages disagree
disappear disappoint disappointment disaster discipline disclose disclosure discomfort discount discover discovery
discuss discussion disease dish disk dismissed disorder dispatch display disposable disposal dispute disregard
disrupt disruption distance distant distinct distinction distinctive distinguish distracting distractions distribute
distribution district dive diverse diversity dives divide dividends division doable doc dock docs doctor document
documentary documentation does dog dogs doing dollar domain domestic dominance dominant dominate don donate donation
done door doors doorway dose dot double doubt dough down downfall downhill download downloadable downside downstairs
downstream downtime downtown downward dozen draft drag dragonfly drain drama dramatic dramatically drastically draw
drawback drawn draws dream dress drew dried drift drink drive driven driver driveway drone drop drops drought drove
drown drug drugs drunk dry dual dubbed duck due dull dumb dumped duo duplicate durability durable duration during
dust duty dying dynamic dynamically each eager ear earlier early earn earns ears earth earthquake ease easier
easiest easily east eastern eastward easy eat eaten echoes ecommerce economic economical economy ecosystem edge
edged edges edit edition editor editorial edits educate education educational educator effect effective
effectiveness efficiency efficient effort effortless eggs eight eighth eighty either ejected elaborate elderly elect
election electric electrical electricity electronic elegance elegant element elevate elevation eleven eligibility
eligible eliminate elite else elsewhere email embarrassing embassy embed embrace emerge emergence emergency
emissions emotion emotional empathy emphasis emphasize empire employed employee employer employment employs empower
empty enable encompassing encounter encourage encouragement encryption end ended endless endorse endorsement
endpoint ends endurance enemy energetic energy enforce enforcement engage engagement engine engineer enhance
enhancement enjoy enjoyable enormous enough enrich enroll enrollment ensure enter enterprise entertaining
entertainment enthusiast entire entitled entity entrance entrepreneur entry envelopes environment environmental
envoy epic epidemic episode equal equation equipment equipped equity equivalent era ergonomic error escape
especially espresso essay essence essential establish establishment estate estimate ethical ethics ethnic etiquette
evaluate evaluation even event eventually ever every everybody everyday everyone everything everywhere evidence
evident evil evolution evolve exact exam examine example exams exceed excel excellence excellent except exception
exceptional excess excessive exchange excited excitement exciting exclude exclusion exclusive excuse execute
execution executive exercise exhausting exhibit exhibition exist existence exit expand expansion expansive expect
expectation expenditures expense expensive experience experiment experimental experimentation expert expertise
expire explain explanation explicit exploded exploration exploratory explore explosion export expose exposure
express expression expressive extend extension extensive extent exterior external extra extract extraction
extraordinarily extreme extremist eye eyebrow eyes eyewitness fabric fabulous face facebook faced faces facets
facial facilitate facility fact factor factory facts faculty faded fail fails failure fair fairness faith faithful
fake fall fallen falls false fame familiar family famine famous fan fancy fans fantastic fantasy far fare farewell
farm farmer farmhouse farmland farms fascinating fashion fashionable fast faster fastest fat fatal father fatherland
fatigue fats fault favor favorite favour favourite fear fearful fears feat feature fed federal fee feed feedback
feeds feel feels fees feet fell fellow felt female fence ferry festival festive fetch fever few fewer fiber fiction
field fifth fifty fight fighters figure file filed files fill film filmmaker films filter final finalize finance
financial find finds fine finger fingerprint fingertips finish finite fintech fire firearm fired fireman fireplace
fires firewalls firewood fireworks firm firms firmware first firsthand fiscal fish fisherman fit fitness fits five
fix fixed fixes fixtures flag flags flagship flash flashy flat flavor flavorful flaw flawless flaws fleece fleet
flew flexibility flexible flies flight flip float flood floor flow flower flown flows flu fluctuate fluctuations
fluff fluffy fluid fly foam focus fold folks follow followers fond font fonts food foods foot footage football
footer foothill footnote footpath footprint footwear for force forecast forefront forehead foreign foremost foresee
foresight forest forever foreword forget forgotten fork form formal format formation former formidable forms formula
formulate forth forthcoming fortune forty forum forward fossil foster found foundation foundational founder four
fourth fraction fragile fragmented frame framework franchise fraud fraudulent free freed freedom freelance
freelancers freeze frequency frequent fresh friction friend friendship fries from front frontend frontline frozen
fruit frustrated frustrating frustration fuel fuels fulfill full fully fun function functional functionality fund
fundamental funds funnel funny furious furniture furrow further fusion fuss future futuristic gadgets gain gains
gallery game gamers games gamified gap gaps garage garbage garden gas gases gateway gather gauge gave gay gear
gender general generate generation generative generator generic generous genius genre gentle gentleman gently
genuine geographic geometry get gets giant gift gifts gig girl girls give given gives glacier glad glance glass
glimpse global globe glossary glove glowing goal goalkeeper goals goaltender god godfather goes going gold golden
golf gone gonna good goodbye goods gorgeous gossip got gotten governance governed government grab grade gradual
graduate grain grammar grams grand grandchildren granddaughter grandfather grandmother grandparents grandson granite
grant granular graph graphic grasp grass grasshopper grassland grateful gravestone great greater greatest green
greenhouse grew grid grilled grip grips grocery gross ground groundbreaking groundwork group grow grown grows growth
guarantee guard guardrails guess guesswork guest guidance guide guideline guidelines guilty guitar gum gun gunfire
gunmen gut guy guys gym habit hacker hacks had hail hair half halfway hall hallway halt hammer hamstring hand
handbook handful handheld handle handmade hands handwriting handy hang happen happier happily happiness happy harbor
harbour hard hardcore harder hardest hardship hardware harm harmful harness harsh harvest harvesting has hassle hat
hate haul haunt have haven hay head headache headcount header heading headline headphone headquartered headquarters
heads headset heady healing health healthcare healthier healthy hear heard heart heartbeat heartbroken heat heater
heavier heavily heavy heavyweight hedge heel heels hefty height held helicopter hell hello help helper helpful
helpless helps hence her herbs here heritage hero herself hesitate hey hidden hide hides hierarchy high higher
highest highlight highway hike hill hills hillside him himself hinder hints hip hire hired hires his historic
historical history hit hits hobby hockey hold holder holds hole holes holiday holistic home homeland homeless
homemade homeowner homepage homes homestand hometown homework honest honey honeymoon honor hood hook hooks hop hope
hoped hopeful hopeless hopes horizon horizontal hormone horror horseback horsepower horseshoe hospital hospitality
hospitalized host hostage hostile hosts hot hotel hotspots hotter hottest hour hours house household housewife
housework hover how however hub hubs huge human humanitarian humble humid humidity humor hundred hunger hungry hunt
hunters hurdles hurry hurt husband hybrid hydrated hydration hygiene hype hyperlinks ice icon iconic icons icy idea
ideal ideas identical identifiable identification identify identity ignore ill illegal illness illusion illustrate
illustrations image imagery imagination imagine immediate immediately immense immersive immigrant immigrants
immigration imminent immune impact impactful impeachment imperative imperfect imperial implement implementation
implications implies import importance important impose imposed impossible impress impression impressive improve
improvement impulse inadequate inappropriate inaugural inbox incentives inception inch incident inclined include
inclusion inclusive income inconsistent incorporate incorrectly increase incredible incredibly indeed independence
independent index india indicate indication indicator indices indirect indispensable individual indoor industrial
industry inefficient inequality inevitable inevitably inexpensive infantry infection inference infinite inflammation
inflation influence influencer influential info infographics inform informal information informational informative
infrared infrastructure ingest ingredient inhabit inherent inherit initial initiative injected injection injure
injured injury ink inland inner innocent innovate innovation innovative innovators input inquiry insane insert
inside insider insight insightful insisted insisting inspect inspiration inspire instability instagram install
installation installment instance instant instead institute institution institutional instruct instruction
instructor instrument instruments insulation insult insurance insured intact intake integral integrate integration
integrity intellectual intelligence intelligent intend intense intensity intensive intent intention intentional
interact interaction interactive interconnected interest interface interfere interference interior internal
international internet interoperability interpret interpretation intersection interval intervene intervention
interview intimate intimidated intimidating into intricacies intricate intriguing intro introduce introduction
intrusion intuition intuitive invade invalid invaluable invent inventive inventory invest investigate investigation
investigators investment investor invisible invitation invite invoice involve involvement inward iron irony
irregular irrelevant island isolate isolated isolation issue item items iteration iterative itinerary its itself
jail jam jar javascript jealous jeans jet jewel jigsaw job jobs join joins joint joke jokes journal journalism
journalist journey joy judge judgment juggle juice jump junior junk just justice justify keen keep keeps kept kernel
kettle key keyboard keys keystone keyword kick kicks kid kidnap kids kill kills kilometer kilometre kind kindness
kinds king kingdom kit kitchen kits knee knees knew knife knight knock know knowledge knowledgeable known knows lab
label labor laboratory labs lack lacks ladder ladybird lag laid lake lakeshore lakeside lakh lamps land landfill
landlord landmark lands landscape language lantern laptop large larger largest laser last lasts late latency later
latest latte latter laugh laughter launch laundry law lawmaker lawmakers lawn laws lawsuit lawyer lay layer layout
lays lead leader leadership leads leaf leafy league leak leaks lean leap learn learners lease least leave led left
leg legacy legal legendary legislation legit legitimate legs legumes leisure lemon length lens lentils less lessen
lesson let lets letter lettuce level lever leverage liability library license lid lie lies life lifecycle lifelong
lifespan lifestyle lifetime lift light lighter lighthouse lightweight like liked likelihood likes likewise limestone
limit limitation line linear linen linens lines lineup link linkedin links liquid list listen lists lit literacy
literally literary literature little live lived livelihood lives load loads loan loans local locate location lock
locks log logic logical login logistical logistics logo logos logs lone long longer longest longevity look lookout
looks loop loophole loops loose lorries lorry lose loses loss lost lot lots loud loudspeaker lounge love loved lover
loves low lower lowest lows loyal loyalty luck lucky lucrative luggage lunch lung lungs lush luxurious luxury lying
machine machinery made magazine magic magical magnetic mail main mainland mainstream maintain maintenance major
majority make maker makes makeup male malicious man manage manageable management manager mandatory manipulation
manner mantra manual manufacture manufactured manufacturer manufacturing many map maps marathon marble margin mark
marker market marketers marketplace marks markup marriage married mask masks mass massive master masterpiece mat
match material math mathematics mats matter mature maturity max maximize maximum may maybe mayor meadow meal meals
mean meaningful means meant meantime meanwhile measurable measure measurement meat meats mechanical mechanics
mechanism media median medical medication medicine meditation meditative medium meet meets member membership
memorable memorial memory men mental mentality mention mentor menu menus merchant mere merge merit mesh mess message
messenger messy met meta metadata metal meters methane method methodology metric metro mice microphone microservices
middle middleware midnight midst midsummer midway might migrate migration mild mile mileage miles milestone militant
military militia milk miller million mimic min mind mindful minds mindset mine minerals minimal minimalist minimize
minimum minister ministry minor minority mins minute miracle mirror misleading miss mission mistake mitigate
mitigation mix mixed mixture mobile mobility mode model moderate moderation modern modernize modes modest
modifications modify modular module moisture mold mom moment momentum monastery monetize money monitor monster month
mood moon moonlight moral more morning mortality mortgage mosque most mother motherland motion motivate motivation
motor motorcycle motorway mount mountain mountainous mouse mouth move moved movement movers moves movie mph much
multimedia multiple multiply multitasking murder muscle museum mushroom music musical musicians must mutual myriad
myself mysterious mystery nails name named names narrative narrow nation national nationwide native natural nature
navigate navigation near nearby nearest neat necessarily necessary necessity neck need needle needs negative
negotiate negotiations neighbor neighborhood neighbour neighbourhood neither nervous network neural neurons neutral
never nevertheless new newcomers newer newest newly news newsletter newspaper next nice niche nifty night nightmare
nighttime nine ninety nobody nod node nodes noise noisy nominated nomination none nonetheless nonprofit nor norm
normal norms north northeast northern northward northwest nose not notable notably notch note notebook noted notes
noteworthy nothing notice noticeable noticeably notification notify notion notoriously novel novelty novice now
nowadays nowhere nuanced nuclear number numerous nurse nut nutrient nutrition nutritional nutritious nuts nutshell
nylon oats obesity obituaries object objective obligations observation observe obsessed obsession obsolete obstacle
obtain obvious occasion occasional occupation occupy occur ocean odd oddly odds odors off offense offensive offer
office officer official offline offset offspring often oil oils okay old older oldest onboard once one ones ongoing
online onlooker only onsite onto open opens operate operation operational operator opinion opponent opportunity
oppose opposite opposition opt opted optical optimal optimism optimistic optimization optimize option optional oral
orange orchard orchestra order ordinary organic organisation organise organization organizational organize organizer
origin original orphan other otherwise ounces our ourselves out outage outbreak outcome outdated outdoor outer
outgoing outings outlet outline outlook outperform outpost output outrage outreach outright outs outset outside
outskirts outsourced outsourcing outstanding outward oven over overall overcoat overcome overdue overhead overlays
overload overlook overnight override overseas oversee oversight overtake overthrow overtime overturn overview
overwhelm own owned owner ownership owns oxygen pace paces pack package packs pad pads page pages paid pain painful
paint pair pairs pale palette palm pandemic panel panic pants paper paperwork paradigm paragraph parallel parameter
paramount parent park parks parliament parse part partial participant participate participation particular partner
partnership parts party pass passable passage passenger passion passionate passive passport password past pasta
paste pasture patch path paths pathway patience patient patrons pattern pause pavement pay payment payoff payouts
payroll pays peace peaceful peacekeeper peacetime peak peas peasant peek peer peers pen penalty pending peninsula
pensions people pepper perceive percent percentage perception perfect perfection perform performance performers
perhaps period periodically perks permanent permission permit persecute persistent person personal personalise
personality personalization personalize personas personnel perspective persuade pet petition pharmacy phase
phenomenal phenomenon philosophical philosophy phishing phone photo photograph photographer photography phrase
physical physician physics piano pick picks pickup picture pie piece pile piled pilgrim pillow pills pilot pin pine
pink pinpoint pins pioneer pipe pipeline pipes pitch pivotal pixels pizza place placement plagued plain plan plane
planet planetary planner plans plant plaque plaster plastic plate plateau platform play playback playbook player
playful playground playlists playoff plays plea pleaded pleasant please pleasure pledge plenty plethora plot plots
plough plow plug plugin plugs plumbers plumbing plunder plunge plus pocket podcast poetry point poised pole poles
police policeman policy polish polite political politician politics poll polls pollution pool pools poor pop popular
popularity population port portability portable portal portfolio portion portrait ports pose poses position
positive possess possesses possessions possibility possible possibly post postcard poster postman postpone posts
posture pot potato potent potential pound pour poverty powder power powerful powerhouse practical practicality
practice practitioners pragmatic praise prayer precautions precious precise precision predecessor predict
predictable prediction predictive prefer preference pregnancy pregnant preliminary premier premiere premise premium
prep preparation prepare prescribed prescription prescriptive presence present presentation preserve preset
president presidential press pressure prestigious pretend pretty prevent prevention preventive preview previous
price pricey pricier pride priest primarily primary prime primitives prince principal principle print prior
prioritise prioritize priority prison privacy private privilege prize proactive probability probably probe problem
problematic procedure proceed proceedings process processor proclaim produce producer product production productive
productivity profession professional professionalism professor proficiency proficient profile profit profitability
profitable profound program programme programmer progress progression progressive prohibit prohibited project
proliferation prolonged prominent promise promote promotion promotional prompt prone pronounced proof proofread
propaganda proper property prophet proportion proposal propose proposition proprietary props pros prospect
prospective prosper protect protection protective protein protest protesters protocol prototypes prototyping proud
prove proven provide provider province provincial provoke prowess proximity psychological psychologist psychology
public publication publish publisher puck pull pulls pulse pump punch punish purchase pure purple purpose purse
pursue pursuit push put puts puzzle python qualification qualify quality quantity quantum quarry quarter quarterback
query quest question questionnaire quick quicker quicksand quiet quinoa quirky quit quite quits quiz quizzes quo
quote rabbit race races racial racist rack radar radical radio rage raid railroad rails railway rain rainbow
raindrop rainfall raise rally ramp ran random range rank ranks ransomware rapid rare raspberry rate rated rates
rather ratio rattlesnake raw reach react reaction reactive read readability readable reader readily reads ready real
realistic reality realize realm rear reason reasonable reasonably reassuring rebel rebound recall receipt receive
recent reception recession recharge recipe recipient recognition recognize recommend recommendation reconciliation
record recover recovery recruiting recruitment recurring recycled recycling red reddit redefine redesign
redistributed reduce reduction redundant refer reference referral refill refine refinement reflect reflection
reforms refrain refresh refund refusal refuse regain regard regardless regime region regional register registration
regret regular regulate regulation regulators regulatory rehearsal reinforce rejected rejecting rejection relatable
relate relations relationship relative relax relaxation release relegation relevance relevant reliability reliable
reliably reliance reliant relief religion religious relocation reluctant rely remain remarkable remarkably remarks
remember remind reminder remodeling remote removal remove render renewable renewed renovation renowned rent rental
rep repair repeat repeatable repetition repetitive replace replacement replay replicate reply repo report reporter
repository represent representation representative reproduce reps republic republication reputable reputation
request require requirement resale rescue research researcher resemble reservation reserve reservoir reset reshape
reside residence resident residential resigns resilience resilient resist resistance resistant resolution resolve
resonate resort resounding resource respect respectable respectful respective respond respondents response
responsibility responsible responsibly responsive responsiveness rest restaurant restless restoration restore
restraint restrict restrictions restrictive result resume retail retailer retain retention retire retirement retreat
retrieve return reusable reuse reveal revenue reverse review reviewer revised revival revolt revolution
revolutionary revolutionized revolutionizing reward rewrite rewritten rhythm rice rich richer richest rid ride
riders rides ridiculous right rigid rigorous ringleader rings rinse ripe ripped rise rises risk risks risky rival
river riverside road roadmap roads roadside roaming roasted robot robotic robust robustness rock rocket rocks rocky
rodent role roles roll rollout rolls romance roof rookie room rooms roomy root roots rope ropes rose roster rotate
rotation rough round roundup route router routine row rows royal rubber rudder rugged rule ruled rules rumors run
rundown runner runs runtime runway rural rush rust rye sack sacks sacrifice sad saddle safe safeguard safer safest
safety said sail sailboat salad salary sale sales salesman salesperson salsa salt same sample sand sandbox sandstone
sandwich sane sat satellite satisfaction satisfy saturated sauce sausage save saved saves savory savvy saw sawmill
say says scalability scalable scale scam scams scan scans scarecrow scary scenario scene scenic schedule schema
scheme scholarship school science scientific scientist scoop scope score scratch screen screenshot screenwriter
script scroll sea seafood seal seamless search searchable seashore seaside season seasonal seat seats second
secondary secret secretary section sector secular secure security see seed seeds seek seeks seem seemingly seems
seen sees segment segmentation seized select selection selective self sell seller sells send sends senior sensation
sense sensitive sensitivity sensor sent sentence sentiment separate separation sequence sequential series serious
serve server service session set sets settle setup seven seventh seventy several severe severity sex shade
shake shall shallow shame shape share sharp sharper she sheer sheet shelf shell shelter shelves shepherd shield
shift shine shiny ship shipment ships shipwreck shipyard shirt shock shoe shoes shoot shootout shop shoppable
shoppers shops shoreline short shortage shortcomings shortcut shortcuts shorter shot shots should shoulder shovel
show showcase shower shown shows shredded shrinking shut shuttle shy sibling sick side sides sidewalk sight sign
signage signal signature significance significant signs silence silent silicone silk silly silos silver similar
similarities simple simpler simplest simplicity simplify simply simulate simulation simultaneously since sing singer
single singular sink sip sister sit site sites sits situation six sixth sixty size sizes skeptical skewed ski skid
skies skill skin skincare skip sky skyline slaughterhouse sleek sleep slew slice slick slide slight slim slip
slippery slot slow slower slows small smaller smallest smallpox smart smarter smartest smartphone smell smile smoke
smooth smoother snack snag snap snapshot snow snowfall snowflake soap soccer social society socks sodium soft softer
software soil solar sold soldier sole solid solo solution solve some somebody somehow someone something sometime
sometimes somewhat somewhere son song songs sons soon sooner soothing sophisticated sore sorry sort sorts sought
sound soup soups source south southeast southern southward southwest sovereignty soy space spacious spam span spans
spare spark sparse speak speaker spec special specialist specialize specialty species specific specifically
specification specify specs spectacular spectrum speculation speech speed speediest spell spend spent spices spike
spill spin spinach spiral spirit spiritual splash split splurge spoke spoken spokesman spokesperson spokeswoman
sponsor sponsorship sport spot spotlight spots spouse spray spread spreadsheet spring springtime squad square squash
squeeze stability stable stack staff staffers stage stagecoach staggering stainless stains stairs stairway stake
stakeholders stalled stammers stamp stance stand standalone standard standardized standout standpoint standstill
staple star stars start starter startup state statement static station stationery statistical statistics stats
status stay stays steadily steady steal steam steel steep steer stellar stem step stepfather stepmother steps
steroids stick sticker sticky still stimulate stint stock stolen stomach stone stood stop stops storage store storm
story storytelling stove straight straightforward strain strange stranger strangest straps strategic strategically
strategy straw strawberry stray streak stream streamline street strength strengthen stress stressful stretch strict
strike striker string strive strong stronger strongest stronghold struck structural structure struggle stuck student
studio study stuff stunning stupid sturdy style stylish subject subjective submenu submission submit subscribe
subscriber subscription subsequent subsidiary substance substantial substitute subtle succeed success successful
succession successor such suck sucks sudden suffer sufficient sugar suggest suggestion suicide suit suitable
suitcase suite suits sum summarize summary summer summertime summit sums sun sunflower sunlight sunny sunrise sunset
super superb superior superpower supervision supplement suppliers supply support supporters supportive suppose
supreme sure surface surge surgeon surgery surpass surplus surprise surrounded surrounding surveillance survey
survival survive suspect suspended suspension suspicion suspicious sustain sustainability sustainable swap swears
sweat sweet swiftly swimming swing swipe switch symbol symphony symptoms synagogue syncing syndrome syntax synthetic
system systematic systematically tab table tablet tackle tacos tactic tactical tactile tag tags tail tailor take
takeaways taken takes tale talent talk talks tall tallied tandem tangible tank tap tape taps target tariffs task
tasks taste tasty tattoos taught tax taxes taxis taxpayer tea teach teacher team teammate teams teamwork teapot tear
tears tech technical technicians technique technological technology tedious teen teenager teens teeth telecom
telephone television tell tells temperature template temple temporarily temporary tempted tempting ten tend tendency
tends tennis tens tense tension tent tentative term terminal terms terrain terrible terrific terrified territory
terror terrorism terrorist test tester testify testimonials testimony tests text textbook textile texts texture than
thank that theater theatre theatrical theft their them thematic theme themselves then theory therapy there thereby
therefore these they thick thin thing think third thirty this thorough those though thought thoughtful thousand
thread threat threaten three threshold threw thrilled thrive throat throttle through throughout throw thrown thumb
thunderstorm thus ticket tide tidy tie tied tier tiers ties tight tighter time timed timeless timeline timer times
tin tiny tip tips tire tired tires title toast today toddler toes tofu together toggle toilet token told toll tomato
tombstone tomorrow tone tones tongue tonight tons too took tool toolbar toolbox toolkit tools tooth toothbrush
toothpaste top topic tops torque torrent toss total touch touchdowns touchpoints touchscreen tough toughest tour
tourist tournament tours touted toward towards towel tower town towns toxic toy toys trace track tracker tract
traction tractor trade trademark tradition traditional traffic tragic trail trailer train trainer traits trajectory
transaction transcripts transfer transform transformation transformative transit transition translate translation
transmission transmitted transparency transparent transport transportation trap traps trash trauma travel traveler
tray treadmill treasure treat treatment tree trees tremendous trend trendy trial tribal trick tricky tricycle tried
tries trigger trillion trim trio trip triple trips triumph trivial troops tropical trouble troubleshooting truck
true truly trust trustworthy truth try tuition tune tuned tunes tunnel turkey turn turnaround turnout turnover turns
turntable tutorial tutoring tutors tweak twenty twice twist twitter two type typed types typewriter typical typo
ugly ultimate umbrella unable unauthorized unavailable unbeatable unbeaten unbiased unblock uncertain uncertainty
unchanged unclear uncomfortable uncommon unconventional uncover undeniably under undercover undergarments undergo
undergraduate underground underline underlying undermine underneath underperforming underscored underscores
understand understandable understood undertake undertaking underway underwear undoubtedly unemployment uneven
unexpected unfair unfamiliar unfold unforgettable unfortunately unhappy unhealthy uniform unify union unique unit
units universal universe university unknown unless unlike unlimited unlock unmatched unnecessary unofficial
unparalleled unprecedented unpredictable unrelated unsafe unsettling unstructured unsubscribe unsure unsustainable
until unused unusual unveil unwanted upcoming update upfront upgrade uphold upload upon upper upright uprising
uproot ups upscale upselling upset upside upstairs upstream uptown upward urban urge urged urgency urgent urges
usability usable usage use used useful useless user username users uses using usual utensils utility utilization
utilize utmost utterly vacant vacation vaccine vacuum vague valid validate validation valley valuable valuation
value vanilla variable variants variation variety various vary vast vegan vegetable vegetarian veggie vehicle
velocity vendor venture venue verbal verdict verification verify versa versatile versatility version versus vertical
very veteran vetted vetting viability viable vibe vibes vibrant vice victim victory video videographer view viewer
viewpoint views village vineyard violations violence violent viral virtual virus visibility visible vision visionary
visit visitor visual visualization visualize vital vitamin vivid vocabulary vocal voice void volatile volume
volunteer vote voted voters votes vowed vows vulnerability vulnerable wage wages wagon wait wake walk walks wall
wallet walls want wants war wardrobe warehouse warfare warhead warm warmer warmth warn warns warrant warranty wars
warship wartime wary was wash waste wasteland watch watchmaker water waterfall watermelon waterproof waterway wave
waves way ways weak weaknesses wealth weapons wear weather weaver web webcam webinars webpage website wedding weed
weeds week weekday weekdays weekend weeks weigh weight weird welcome well wellbeing wellness went were west western
westward wet what whatever wheat wheel when whenever where whereas wherever whether which while whilst whirlpool
whistle white whiteboard who whoever whole wholesale whom whopping whose why wide wider widespread width wife wild
wilderness wildfire wildlife will win wind windmill window windowsill winds windscreen wine wing wings winner wins
winter wire wired wireless wires wisdom wise wish with withdraw withdrawal withhold within without withstand witness
woes woman women won wonder wonderful wood wooden woodland wool word words work worker workflow workforce workload
workout workplace works workshop workspace world worldwide worn worry worse worst worth worthwhile worthy would
wound wow wrap wraps wreck wrist wristwatch write writer written wrong wrote xml yard yards yeah year years yelling
yellow yen yes yesterday yet yield yoga you young younger youngest your yours yourself yourselves youth youtube zero
zinc zip zone zones zoom
`

/** Numbers that are missing above. */
const numbers = `
twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth twentieth thirtieth
`

/** Names that newspapers write every day; of others the text itself tells. */
const names = `
january february march april june july august september october november december monday tuesday wednesday thursday
friday saturday sunday england scotland ireland britain france germany netherlands belgium switzerland austria hungary
poland romania bulgaria ukraine russia armenia azerbaijan georgia iran iraq israel palestine lebanon syria egypt
jordan kuwait pakistan afghanistan bangladesh japan korea vietnam indonesia malaysia australia america canada mexico
brazil argentina colombia washington london moscow berlin paris yerevan baku tbilisi ankara istanbul tehran brussels
vienna budapest warsaw jerusalem damascus baghdad beijing karabakh european american russian armenian turkish german
british english french iranian israeli palestinian georgian caucasus christian christmas orthodox catholic islamic
muslim
`

export const englishWords: ReadonlySet<string> = new Set(`${list}${numbers}${names}`.trim().split(/\s+/))
