/**
 * People of the news whose names are written with and without the letters of their language. The text decides unless an option is set.
 *
 * A surname stands alone where nobody else of the news has it without those letters. Armenian names are written in
 * English with plain letters only, so that there are none to list.
 */
import type {PersonalName} from '../entry.js'

/** English drops the marks and keeps the letters. */
const turkish: readonly PersonalName[] = [
  {full: 'Erdoğan', plain: 'Erdogan'},
  {full: 'Çavuşoğlu', plain: 'Cavusoglu'},
  {full: 'Davutoğlu', plain: 'Davutoglu'},
  {full: 'Kılıçdaroğlu', plain: 'Kilicdaroglu'},
  {full: 'Altıntaş', plain: 'Altintas'},
  {full: 'İmamoğlu', plain: 'Imamoglu'},
  {full: 'İhsanoğlu', plain: 'Ihsanoglu'},
  {full: 'Sinirlioğlu', plain: 'Sinirlioglu'},
  {full: 'Mevlüt', plain: 'Mevlut'},
  {full: 'Atatürk', plain: 'Ataturk'},
  {full: 'Bahçeli', plain: 'Bahceli'},
  {full: 'Abdullah Gül', plain: 'Abdullah Gul'},
  {full: 'Binali Yıldırım', plain: 'Binali Yildirim'},
  {full: 'Bülent Ecevit', plain: 'Bulent Ecevit'},
  {full: 'Fethullah Gülen', plain: 'Fethullah Gulen'},
  {full: 'İbrahim Kalın', plain: 'Ibrahim Kalin'},
  {full: 'İsmail Cem', plain: 'Ismail Cem'},
  {full: 'Mustafa Şentop', plain: 'Mustafa Sentop'},
  {full: 'Numan Kurtulmuş', plain: 'Numan Kurtulmus'},
  {full: 'Ömer Çelik', plain: 'Omer Celik'},
  {full: 'Özgür Özel', plain: 'Ozgur Ozel'},
  {full: 'Selahattin Demirtaş', plain: 'Selahattin Demirtas'},
  {full: 'Selçuk Bayraktar', plain: 'Selcuk Bayraktar'},
  {full: 'Süleyman Demirel', plain: 'Suleyman Demirel'},
  {full: 'Süleyman Soylu', plain: 'Suleyman Soylu'},
  {full: 'Taner Akçam', plain: 'Taner Akcam'},
  {full: 'Tansu Çiller', plain: 'Tansu Ciller'},
  {full: 'Turgut Özal', plain: 'Turgut Ozal'},
  {full: 'Yaşar Güler', plain: 'Yasar Guler'},
]

/** English writes other letters (ə a, c j, x kh), and has no use for the original in running text. */
const azerbaijani: readonly PersonalName[] = [
  {full: 'İlham Əliyev', plain: 'Ilham Aliyev'},
  {full: 'Heydər Əliyev', plain: 'Heydar Aliyev'},
  {full: 'Mehriban Əliyeva', plain: 'Mehriban Aliyeva'},
  {full: 'Əbülfəz Elçibəy', plain: 'Abulfaz Elchibey'},
  {full: 'Ayaz Mütəllibov', plain: 'Ayaz Mutallibov'},
  {full: 'Ceyhun Bayramov', plain: 'Jeyhun Bayramov'},
  {full: 'Elmar Məmmədyarov', plain: 'Elmar Mammadyarov'},
  {full: 'Hikmət Hacıyev', plain: 'Hikmat Hajiyev'},
  {full: 'Zakir Həsənov', plain: 'Zakir Hasanov'},
]

/** Others who speak of the region. */
const others: readonly PersonalName[] = [
  {full: 'Viktor Orbán', plain: 'Viktor Orban'},
  {full: 'Péter Szijjártó', plain: 'Peter Szijjarto'},
  {full: 'Stéphane Visconti', plain: 'Stephane Visconti'},
  {full: 'François Hollande', plain: 'Francois Hollande'},
]

export const persons: readonly PersonalName[] = [
  ...turkish,
  ...azerbaijani.map((name) => ({...name, isTransliterated: true})),
  ...others,
]
