/** Three paragraphs in each language, for the tests to wrap, break and cut. */
export const texts: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The committee that had been appointed in March to look into the state of the bridges published its first report on Tuesday. It found that of the 412 bridges in the province no fewer than 96 had not been inspected since 1998, and that the documents for another thirty were missing altogether.',
    '“We were surprised by the scale of the neglect,” said Helen Marsh, the engineer who led the inquiry, at a press conference in Carleton. She added that a long-term plan, paid for by the central government, would be needed before the winter; otherwise some of the older structures would have to be closed to heavy lorries.',
    'The ministry declined to comment on the findings. A spokesman for the well-known contractor that had built most of the bridges in the 1970s said it would study the report and answer in due course, but that it had always worked to the standards of the time.',
  ],
  ru: [
    'Комиссия, созданная в марте для проверки состояния мостов, опубликовала во вторник свой первый доклад. По её данным, из 412 мостов области не менее 96 не осматривались с 1998 года, а документы ещё на тридцать сооружений вообще не удалось найти.',
    '«Мы были поражены масштабом запущенности», — заявила на пресс-конференции инженер Елена Маркова, возглавлявшая проверку. Она добавила, что нужен долгосрочный план, который оплатит центральное правительство; в противном случае некоторые старые мосты до зимы придётся закрыть для грузовиков.',
    'В министерстве отказались комментировать выводы комиссии. Представитель подрядчика, построившего большинство мостов в семидесятые годы, сказал, что компания изучит доклад и ответит в установленные сроки, но что она всегда работала по нормам своего времени.',
  ],
  tr: [
    "Köprülerin durumunu incelemek üzere mart ayında kurulan komisyon ilk raporunu salı günü yayımladı. Rapora göre ildeki 412 köprünün en az 96'sı 1998'den beri hiç denetlenmemiş, otuz köprünün belgeleri ise tümüyle kaybolmuş durumda.",
    "İncelemeyi yürüten mühendis Helin Mert, Ankara'da düzenlediği basın toplantısında “İhmalin boyutu bizi şaşırttı” dedi. Mert, kış gelmeden önce merkezi hükümetin ödeyeceği uzun vadeli bir plana ihtiyaç duyulduğunu, aksi halde bazı eski köprülerin ağır kamyonlara kapatılması gerekeceğini söyledi.",
    'Bakanlık bulgular hakkında yorum yapmaktan kaçındı. Köprülerin çoğunu yetmişli yıllarda inşa eden şirketin sözcüsü, raporu inceleyip zamanında yanıt vereceklerini, ancak her zaman dönemin kurallarına uygun çalıştıklarını belirtti.',
  ],
  hy: [
    'Կամուրջների վիճակն ուսումնասիրելու նպատակով մարտին ստեղծված հանձնաժողովը երեքշաբթի օրը հրապարակեց իր առաջին զեկույցը։ Ըստ դրա՝ մարզի 412 կամուրջներից առնվազն 96-ը 1998 թվականից ի վեր չեն զննվել, իսկ ևս երեսունի փաստաթղթերը պարզապես կորել են։',
    '«Մենք զարմացած էինք անտեսման չափերից»,— ասաց հետաքննությունը գլխավորած ինժեներ Հեղինե Մարգարյանը Գյումրիում կայացած ասուլիսի ժամանակ։ Նա ավելացրեց, որ մինչև ձմեռ անհրաժեշտ է երկարաժամկետ ծրագիր, որը կվճարի կենտրոնական կառավարությունը, այլապես հին կամուրջների մի մասը պետք է փակվի ծանր բեռնատարների համար։',
    'Նախարարությունը հրաժարվեց մեկնաբանել բացահայտումները։ Կամուրջների մեծ մասը յոթանասունական թվականներին կառուցած ընկերության խոսնակն ասաց, որ կուսումնասիրեն զեկույցը և ժամանակին կպատասխանեն, բայց որ միշտ աշխատել են ժամանակի չափանիշներով։',
  ],
  az: [
    'Körpülərin vəziyyətini yoxlamaq üçün mart ayında yaradılmış komissiya ilk hesabatını çərşənbə axşamı dərc etdi. Hesabata görə, vilayətdəki 412 körpünün ən azı 96-sı 1998-ci ildən bəri yoxlanılmayıb, daha otuz körpünün sənədləri isə tamamilə itib.',
    'Araşdırmaya rəhbərlik edən mühəndis Həlimə Mirzəyeva Gəncədə keçirilən mətbuat konfransında “Laqeydliyin miqyası bizi təəccübləndirdi” dedi. O əlavə etdi ki, qış gəlməmişdən əvvəl mərkəzi hökumətin ödəyəcəyi uzunmüddətli plan lazımdır, əks halda bəzi köhnə körpülər ağır yük maşınları üçün bağlanmalı olacaq.',
    'Nazirlik nəticələri şərh etməkdən imtina etdi. Körpülərin əksəriyyətini yetmişinci illərdə tikmiş şirkətin sözçüsü bildirdi ki, hesabatı öyrənib vaxtında cavab verəcəklər, lakin həmişə dövrün standartlarına uyğun işləyiblər.',
  ],
  de: [
    'Die Kommission, die im März eingesetzt worden war, um den Zustand der Brücken zu prüfen, hat am Dienstag ihren ersten Bericht vorgelegt. Demnach sind von den 412 Brücken der Provinz mindestens 96 seit 1998 nicht mehr untersucht worden, und für weitere dreißig fehlen die Unterlagen ganz.',
    '„Das Ausmaß der Vernachlässigung hat uns überrascht“, sagte die Ingenieurin Helene Mark, die die Untersuchung leitete, auf einer Pressekonferenz in Kassel. Nötig sei ein langfristiger Plan, den die Regierung bezahlen müsse; sonst würden einige ältere Bauwerke noch vor dem Winter für schwere Lastwagen gesperrt.',
    'Das Ministerium wollte sich zu den Ergebnissen nicht äußern. Ein Sprecher der Firma, die die meisten Brücken in den siebziger Jahren gebaut hatte, sagte, man werde den Bericht lesen und zu gegebener Zeit antworten, habe aber stets nach den Regeln der Zeit gearbeitet.',
  ],
  fr: [
    "La commission qui avait été nommée en mars pour examiner l'état des ponts a publié mardi son premier rapport. Elle constate que, sur les 412 ponts de la province, pas moins de 96 n'ont pas été inspectés depuis 1998 et que les documents de trente autres ont purement et simplement disparu.",
    "« L'ampleur de la négligence nous a surpris », a déclaré Hélène Marchand, l'ingénieure qui dirigeait l'enquête, lors d'une conférence de presse à Limoges. Elle a ajouté qu'un plan à long terme, payé par le gouvernement central, serait nécessaire avant l'hiver ; faute de quoi certains ouvrages seraient fermés aux poids lourds.",
    "Le ministère s'est refusé à tout commentaire. Un porte-parole de l'entreprise qui avait construit la plupart des ponts dans les années soixante-dix a dit qu'elle étudierait le rapport et répondrait en temps utile, mais qu'elle avait toujours travaillé selon les normes de l'époque.",
  ],
  pl: [
    'Komisja powołana w marcu do zbadania stanu mostów opublikowała we wtorek swój pierwszy raport. Wynika z niego, że spośród 412 mostów w prowincji co najmniej 96 nie było kontrolowanych od 1998 roku, a dokumentacja kolejnych trzydziestu w ogóle zaginęła.',
    '„Zaskoczyła nas skala zaniedbań” – powiedziała na konferencji prasowej w Kielcach inżynier Helena Marczak, która kierowała badaniem. Dodała, że przed zimą potrzebny jest długofalowy plan opłacony przez rząd centralny; w przeciwnym razie niektóre starsze konstrukcje trzeba będzie zamknąć dla ciężarówek.',
    'Ministerstwo odmówiło komentarza w sprawie ustaleń. Rzecznik firmy, która zbudowała większość mostów w latach siedemdziesiątych, powiedział, że przeczyta raport i odpowie w stosownym czasie, ale że zawsze pracowała według ówczesnych norm.',
  ],
  es: [
    'La comisión que había sido nombrada en marzo para examinar el estado de los puentes publicó el martes su primer informe. Según este, de los 412 puentes de la provincia no menos de 96 no se inspeccionan desde 1998, y los documentos de otros treinta han desaparecido por completo.',
    '«Nos sorprendió la magnitud del abandono», dijo Elena Márquez, la ingeniera que dirigió la investigación, en una rueda de prensa en Zamora. Añadió que antes del invierno haría falta un plan a largo plazo, pagado por el gobierno central; de lo contrario, algunas de las obras más antiguas tendrían que cerrarse a los camiones pesados.',
    'El ministerio no quiso comentar las conclusiones. Un portavoz de la empresa que había construido la mayoría de los puentes en los años setenta dijo que estudiaría el informe y respondería a su debido tiempo, pero que siempre había trabajado según las normas de la época.',
  ],
  ka: [
    'ხიდების მდგომარეობის შესასწავლად მარტში შექმნილმა კომისიამ სამშაბათს თავისი პირველი ანგარიში გამოაქვეყნა. მისი მონაცემებით, პროვინციის 412 ხიდიდან სულ მცირე 96 არ შემოწმებულა 1998 წლის შემდეგ, ხოლო კიდევ ოცდაათის დოკუმენტები საერთოდ დაკარგულია.',
    '„უგულებელყოფის მასშტაბმა გაგვაოცა“, — განაცხადა ქუთაისში გამართულ პრესკონფერენციაზე ინჟინერმა ელენე მარგიანმა, რომელიც გამოძიებას ხელმძღვანელობდა. მან დასძინა, რომ ზამთრამდე საჭიროა გრძელვადიანი გეგმა, რომელსაც ცენტრალური მთავრობა დააფინანსებს; წინააღმდეგ შემთხვევაში ზოგიერთი ძველი ხიდი დაიკეტება მძიმე სატვირთოებისთვის.',
    'სამინისტრომ დასკვნებზე კომენტარი არ გააკეთა. იმ კომპანიის წარმომადგენელმა, რომელმაც ხიდების უმეტესობა სამოცდაათიან წლებში ააშენა, თქვა, რომ ანგარიშს შეისწავლიან და დროულად უპასუხებენ, მაგრამ ყოველთვის თავისი დროის ნორმებით მუშაობდნენ.',
  ],
  fa: [
    'کمیسیونی که در ماه مارس برای بررسی وضعیت پل‌ها تشکیل شده بود، روز سه‌شنبه نخستین گزارش خود را منتشر کرد. بر اساس این گزارش، از ۴۱۲ پل استان دست‌کم ۹۶ پل از سال ۱۹۹۸ به این سو بازرسی نشده‌اند و اسناد سی پل دیگر به کلی از میان رفته است.',
    'هلن مرادی، مهندسی که سرپرستی این تحقیق را بر عهده داشت، در نشستی خبری در تبریز گفت: «گستردگی این سهل‌انگاری ما را شگفت‌زده کرد». او افزود که پیش از زمستان به برنامه‌ای بلندمدت نیاز است که دولت مرکزی هزینهٔ آن را بپردازد، وگرنه برخی از پل‌های قدیمی باید به روی کامیون‌های سنگین بسته شوند.',
    'وزارتخانه از اظهار نظر دربارهٔ این یافته‌ها خودداری کرد. سخنگوی شرکتی که بیشتر پل‌ها را در دههٔ هفتاد ساخته بود گفت که گزارش را مطالعه خواهند کرد و در زمان مناسب پاسخ خواهند داد، اما همواره مطابق معیارهای زمان خود کار کرده‌اند.',
  ],
  ar: [
    'نشرت اللجنة التي شُكّلت في مارس لدراسة حالة الجسور تقريرها الأول يوم الثلاثاء. ووفقاً للتقرير، فإن ما لا يقل عن 96 من أصل 412 جسراً في المحافظة لم تُفحص منذ عام 1998، كما فُقدت وثائق ثلاثين جسراً آخر بالكامل.',
    'وقالت المهندسة هيلين مراد التي قادت التحقيق في مؤتمر صحفي عُقد في حلب: «لقد فوجئنا بحجم الإهمال». وأضافت أن هناك حاجة إلى خطة طويلة الأمد تدفع تكاليفها الحكومة المركزية قبل حلول الشتاء، وإلا فسيتعين إغلاق بعض الجسور القديمة أمام الشاحنات الثقيلة.',
    'ورفضت الوزارة التعليق على النتائج. وقال متحدث باسم الشركة التي بنت معظم الجسور في السبعينيات إنها ستدرس التقرير وسترد في الوقت المناسب، لكنها عملت دائماً وفق معايير ذلك الزمن.',
  ],
  he: [
    'הוועדה שהוקמה במרץ כדי לבדוק את מצב הגשרים פרסמה ביום שלישי את הדוח הראשון שלה. לפי הדוח, מתוך 412 הגשרים במחוז לא פחות מ־96 לא נבדקו מאז 1998, והמסמכים של שלושים גשרים נוספים אבדו לחלוטין.',
    '"היקף ההזנחה הפתיע אותנו", אמרה המהנדסת הלן מרקוביץ\', שעמדה בראש הבדיקה, במסיבת עיתונאים בחיפה. היא הוסיפה כי לפני החורף דרושה תוכנית ארוכת טווח שהממשלה המרכזית תשלם עבורה, שאם לא כן יהיה צורך לסגור כמה מהגשרים הישנים בפני משאיות כבדות.',
    'המשרד סירב להגיב על הממצאים. דובר החברה שבנתה את רוב הגשרים בשנות השבעים אמר כי היא תלמד את הדוח ותשיב בבוא העת, אך כי תמיד עבדה לפי התקנים של אותה תקופה.',
  ],
  hi: [
    'पुलों की स्थिति की जाँच के लिए मार्च में गठित आयोग ने मंगलवार को अपनी पहली रिपोर्ट प्रकाशित की। रिपोर्ट के अनुसार प्रांत के 412 पुलों में से कम से कम 96 का 1998 के बाद से निरीक्षण नहीं हुआ है, और तीस अन्य पुलों के दस्तावेज़ पूरी तरह गायब हैं।',
    'जाँच का नेतृत्व करने वाली इंजीनियर हेलेन मार्श ने भोपाल में एक संवाददाता सम्मेलन में कहा, “हम इस लापरवाही के पैमाने से हैरान थे।” उन्होंने कहा कि सर्दियों से पहले एक दीर्घकालिक योजना की ज़रूरत होगी जिसका खर्च केंद्र सरकार उठाए, नहीं तो कुछ पुराने पुलों को भारी ट्रकों के लिए बंद करना पड़ेगा।',
    'मंत्रालय ने निष्कर्षों पर टिप्पणी करने से इनकार कर दिया। सत्तर के दशक में अधिकांश पुल बनाने वाली कंपनी के प्रवक्ता ने कहा कि वह रिपोर्ट का अध्ययन करेगी और समय पर उत्तर देगी, लेकिन उसने हमेशा उस समय के मानकों के अनुसार काम किया है।',
  ],
  zh: [
    '今年三月为调查桥梁状况而成立的委员会于周二发表了第一份报告。报告指出，全省412座桥梁中至少有96座自1998年以来从未接受过检查，另有三十座桥梁的文件已经完全遗失，而负责保管这些文件的部门至今没有作出任何解释。',
    '负责此次调查的工程师马海伦在省城举行的新闻发布会上说：“疏忽的程度令我们感到惊讶。”她补充说，在冬天到来之前需要制定一项由中央政府出资的长期计划，否则一些较老的桥梁将不得不对重型卡车关闭，邻近各县的居民也会受到影响。',
    '该部拒绝对调查结果发表评论。一家在七十年代建造了大部分桥梁的公司的发言人表示，公司将研究这份报告并在适当的时候作出答复，但公司一向按照当时的标准施工，从来没有偷工减料。',
  ],
  ja: [
    '橋の状態を調べるために三月に設置された委員会は火曜日、最初の報告書を公表した。それによると、県内にある412の橋のうち少なくとも96は1998年以来一度も点検されておらず、さらに三十の橋については書類が完全に失われているという。',
    '調査を率いた技師の丸山春子氏は県庁で開かれた記者会見で「放置の規模には驚かされた」と述べた。そのうえで、冬が来る前に中央政府が費用を負担する長期的な計画が必要であり、そうでなければ古い橋のいくつかは大型トラックの通行を禁止しなければならないと付け加えた。',
    '同省は調査結果についてのコメントを控えた。七十年代に大部分の橋を建設した会社の広報担当者は、報告書を検討して適切な時期に回答するが、会社は常に当時の基準に従って施工してきたと語った。',
  ],
  th: [
    'คณะกรรมการที่ตั้งขึ้นเมื่อเดือนมีนาคมเพื่อตรวจสอบสภาพของสะพานได้เผยแพร่รายงานฉบับแรกเมื่อวันอังคาร โดยพบว่าจากสะพานทั้งหมด 412 แห่งในจังหวัด มีไม่น้อยกว่า 96 แห่งที่ไม่เคยได้รับการตรวจสอบตั้งแต่ปี 1998 และเอกสารของสะพานอีกสามสิบแห่งได้สูญหายไปทั้งหมด',
    'นางเฮเลน มาร์ช วิศวกรผู้นำการตรวจสอบกล่าวในการแถลงข่าวที่เชียงใหม่ว่า “เราประหลาดใจกับขนาดของความละเลย” เธอกล่าวเพิ่มเติมว่าจำเป็นต้องมีแผนระยะยาวที่รัฐบาลกลางเป็นผู้จ่ายก่อนถึงฤดูหนาว มิฉะนั้นสะพานเก่าบางแห่งจะต้องปิดสำหรับรถบรรทุกหนัก',
    'กระทรวงปฏิเสธที่จะให้ความเห็นเกี่ยวกับผลการตรวจสอบ โฆษกของบริษัทที่สร้างสะพานส่วนใหญ่ในทศวรรษเจ็ดสิบกล่าวว่าบริษัทจะศึกษารายงานและตอบในเวลาอันสมควร แต่บริษัทได้ทำงานตามมาตรฐานของยุคนั้นมาโดยตลอด',
  ],
}
