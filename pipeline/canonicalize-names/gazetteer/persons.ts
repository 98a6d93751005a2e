/** People of the news whose names are written with and without the letters of their language. The text decides unless an option is set. */
import type {PersonalName} from '../entry.js'

export const persons: readonly PersonalName[] = [
  {full: 'Erdoğan', plain: 'Erdogan'},
  {full: 'Çavuşoğlu', plain: 'Cavusoglu'},
  {full: 'Davutoğlu', plain: 'Davutoglu'},
  {full: 'Kılıçdaroğlu', plain: 'Kilicdaroglu'},
  {full: 'Altıntaş', plain: 'Altintas'},
  {full: 'İmamoğlu', plain: 'Imamoglu'},
  {full: 'Mevlüt', plain: 'Mevlut'},
  {full: 'İlham Aliyev', plain: 'Ilham Aliyev'},
  {full: 'Abdullah Gül', plain: 'Abdullah Gul'},
  {full: 'Binali Yıldırım', plain: 'Binali Yildirim'},
  {full: 'İbrahim Kalın', plain: 'Ibrahim Kalin'},
  {full: 'Atatürk', plain: 'Ataturk'},
]
