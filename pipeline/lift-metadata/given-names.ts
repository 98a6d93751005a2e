/**
 * Given names by language: evidence that two or three capitalised words are a person and not a place, a desk or a paper.
 *
 * Only names that are hardly ever anything else; a name that is missing costs a byline, one that is a common word costs
 * the truth of one. So "May", "Mark" before a verb and the like matter less here than "Paris" or "Virginia", which stay
 * out.
 */
const byLanguage: Readonly<Record<string, string>> = {
  en: `Aaron Abigail Adam Adrian Agatha Aidan Alan Albert Alec Alex Alexander Alexandra Alfred Alice Alison Allan Allen Allison Amanda Amber
    Amelia Amy Andrea Andrew Andy Angela Angus Ann Anna Anne Annie Anthony Archie Arthur Ashley Audrey Barbara Barry Beatrice Becky Ben
    Benjamin Bernard Beth Betty Bill Bob Brad Brandon Brenda Brendan Brian Bridget Bruce Bryan Calvin Cameron Carl Caroline Carolyn
    Catherine Cathy Cecilia Charles Charlie Chloe Chris Christian Christina Christine Christopher Cindy Claire Clara Clare Colin Colleen
    Connor Constance Craig Cynthia Damian Dan Daniel Danielle Darren Dave David Dawn Dean Debbie Deborah Declan Denis Dennis Derek Diana
    Diane Dominic Don Donald Donna Dorothea Dorothy Doug Douglas Dylan Ed Eddie Edgar Edith Edmund Edward Edwin Eileen Elaine Eleanor Elizabeth
    Ella Ellen Ellie Emily Emma Emmanuel Eric Erica Erin Ernest Esther Ethan Eugene Eva Evan Evelyn Fiona Frances Francis Frank Fred
    Frederick Gareth Gary Gavin Geoff Geoffrey George Georgina Gerald Gerard Gilbert Gillian Gina Glen Glenn Gordon Graham Greg Gregory Hannah
    Harold Harriet Harry Harvey Hazel Heather Hector Helen Henry Herbert Hilary Howard Hugh Hugo Ian Imogen Irene Isaac Isabel Isabella
    Isobel Ivan Jack Jackie Jacob Jacqueline Jake James Jamie Jane Janet Janice Jason Jasper Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy
    Jerome Jerry Jess Jessica Jill Jim Jimmy Joan Joanna Joanne Joe Joel John Johnny Jon Jonathan Joseph Josephine Josh Joshua Joyce Judith
    Judy Julia Julian Julie Juliet June Justin Karen Kate Katherine Kathleen Kathryn Kathy Katie Keith Kelly Ken Kenneth Kerry Kevin Kim
    Kirsty Kristen Kyle Larry Laura Lauren Laurence Lawrence Leah Lee Leo Leon Leonard Leslie Lewis Liam Linda Lindsay Lindsey Lisa Liz
    Logan Lois Lorna Lorraine Louis Louisa Louise Lucas Lucy Luke Lydia Lynn Madeleine Madeline Maggie Malcolm Marcus Margaret Margery
    Marguerite Maria Marianne Marie Marilyn Marion Marjorie Martha Martin Mary Matt Matthew Maureen Maurice Max Megan Melanie Melissa
    Michael Michelle Mike Miles Miranda Miriam Mitchell Moira Molly Monica Morgan Moses Nancy Naomi Natalie Natasha Nathan Nathaniel Neil Nell
    Nessa Nicholas Nick Nicola Nicole Nigel Nina Noah Noel Nora Norma Norman Odile Oliver Olivia Oscar Owen Pamela Patricia Patrick Paul Paula
    Pauline Peggy Penelope Penny Perry Pete Peter Phil Philip Phillip Phoebe Phyllis Rachael Rachel Ralph Randy Raymond Rebecca Reginald
    Rhona Rhys Richard Rob Robert Roberta Robin Roderick Rodney Roger Roland Ron Ronald Rory Rosalind Rosamund Rosemary Rosie Roy Rupert Russell
    Ruth Ryan Sadie Sally Sam Samantha Samuel Sandra Sandy Sara Sarah Scott Sean Sebastian Shannon Sharon Shaun Sheila Shirley Simon
    Simone Sophia Sophie Stacey Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Susannah Suzanne Sylvia Tamara Tara
    Ted Terence Teresa Terry Theo Theodore Theresa Thomas Tiffany Tim Timothy Tina Toby Tobias Todd Tom Tommy Tony Tracey Tracy Trevor Tristan
    Una Ursula Valerie Vanessa Vera Vernon Veronica Vicky Victor Victoria Vincent Vivian Wallace Walter Wanda Warren Wayne Wendy Wesley
    Wilfred William Winifred Yvonne Zach Zachary Zoe`,
  de: `Achim Agnes Alexandra Alfons Anja Anke Annegret Anneliese Annette Antje Armin Astrid August Axel Barbara Bärbel Beate Benedikt Bernd Bernhard Bettina
    Birgit Birgitta Björn Brigitte Britta Burkhard Carsten Christa Christoph Claudia Claus Cornelia Dagmar Daniela Detlef Dieter Dietmar Dietrich Doris Eberhard Eckhard
    Elfriede Elisabeth Elke Elsbeth Erhard Erich Erika Ernst Erwin Eva Ewald Ferdinand Florian Franz Franziska Frauke Friedrich Friederike Fritz
    Gabriele Georg Gerd Gerda Gerhard Gertrud Gisela Gottfried Götz Greta Gudrun Günter Günther Gustav Hanna Hannelore Hannes Hans Harald Hartmut
    Hedwig Heidi Heike Heiko Heiner Heinrich Heinz Helga Helmut Henning Henrike Herbert Hermann Hildegard Holger Horst Hubert Inge Ingeborg
    Ingo Ingrid Ilse Irmgard Jakob Jana Jens Joachim Jochen Johann Johanna Johannes Jörg Josef Julia Jürgen Jutta Kai Karin Karl Karla Karsten Katharina
    Kathrin Katja Katrin Kerstin Kirsten Klara Klaus Konrad Kurt Lars Lena Leonie Lieselotte Lothar Lotte Lukas Lutz Magdalena Manfred Manuela
    Margarete Margit Marianne Marlene Marta Martina Mathias Matthias Maximilian Mechthild Meike Michaela Mirjam Monika Moritz Nadine Niklas Norbert Olaf Ortrud Oskar
    Oswald Otto Paula Petra Philipp Rainer Ralf Regina Reinhard Reinhold Renate Roland Rolf Rosa Rüdiger Rudolf Sabine Sandra Sebastian Siegfried Sigrid
    Silke Silvia Sonja Stefan Stefanie Steffen Susanne Svenja Sybille Tanja Theo Theresia Thorsten Tilman Torsten Udo Ulf Ulrich Ulrike Ursula Ute
    Uwe Verena Viktor Volker Volkmar Walburga Waltraud Werner Wilhelm Willi Winfried Wolfgang Wolfram`,
  fr: `Adèle Adrien Agathe Agnès Alain Alexandre Alexis Alphonse Amélie Anaïs André Anne-Marie Antoine Arnaud Aurélie Aurélien Baptiste Bastien Bénédicte Benoît Bernadette
    Bertrand Brigitte Camille Catherine Cécile Céline Chantal Christelle Christophe Claude Clément Clémence Colette Corinne Danielle Delphine Denise Didier
    Dominique Édouard Éléonore Élise Élodie Émile Émilie Emmanuelle Éric Étienne Fabien Fabrice Florence Françoise François Frédéric Gabriel Gabrielle Gaëlle
    Geneviève Georges Gérard Ghislaine Gilles Guillaume Guy Hélène Henri Hervé Hugues Ingrid Isabelle Jacques Jean Jean-Baptiste Jean-Claude Jean-François Jean-Luc
    Jean-Marie Jean-Michel Jean-Paul Jean-Pierre Jeanne Jérôme Joséphine Julien Juliette Laetitia Laurent Léa Léon Lionel Loïc Luc Lucie Lucien Ludovic Madeleine
    Manon Marc Marcel Margaux Marguerite Marine Marion Marthe Martine Mathilde Mathieu Maxime Michel Michèle Mireille Monique Muriel Nadège Nathalie
    Nicolas Noémie Odette Olivier Ophélie Pascal Pascale Patrice Philippe Pierre Raphaël Raymond Régis Rémi Renaud René Romain Sabine Sandrine Sébastien Séverine
    Solange Solène Stéphane Stéphanie Suzanne Sylvain Sylvie Thérèse Thibault Thierry Tristan Valérie Véronique Vincent Virginie Xavier Yann Yves Yvette`,
  es: `Adela Adriana Agustín Alberto Alejandra Alejandro Alfonso Alfredo Alicia Álvaro Amparo Ana Andrés Ángel Ángela Ángeles Antonia Antonio Aránzazu Aurora
    Beatriz Begoña Belén Benito Blanca Camila Carla Carlos Carmen Carolina Catalina Cecilia César Clara Claudio Concepción Consuelo Cristina Cristóbal Dolores Diego Eduardo
    Elena Elisa Elvira Emilia Emilio Enrique Ernesto Esperanza Esteban Estela Eugenia Eugenio Fabián Federico Felipe Fermín Fernanda Fernando Francisca Francisco
    Gabriela Gerardo Gloria Gonzalo Guadalupe Guillermo Gustavo Héctor Hernán Ignacio Inés Inmaculada Irene Isidro Iván Jaime Javier Jesús Jimena Joaquín Jorge José Josefa Josefina
    Juan Juana Julián Julio Laura Leonor Leticia Lorena Lorenzo Lourdes Lucía Luis Luisa Manuel Manuela Marcela Marcos Margarita María Mariana Mariano Marina Mario
    Marta Mateo Matías Matilde Mauricio Mercedes Miguel Milagros Montserrat Natalia Nicolás Nieves Noelia Nuria Octavio Olga Pablo Paloma Patricio Pedro Pilar Rafael Ramiro
    Ramón Raquel Raúl Remedios Ricardo Roberto Rocío Rodrigo Rosario Rubén Salvador Santiago Sergio Sofía Soledad Susana Teresa Tomás Valentina Vicente Víctor Violeta Ximena
    Yolanda`,
  it: `Alberto Alessandra Alessandro Alessia Andrea Angelo Anna Antonella Antonio Beatrice Bruno Carla Carlo Chiara Claudio Cristina Daniele Davide Domenico Elena Eleonora Elisa Emanuele
    Enrico Fabio Fabrizio Federica Federico Filippo Francesca Francesco Gabriele Giacomo Gianluca Gianni Giorgia Giorgio Giovanna Giovanni Giulia Giulio Giuseppe Giuseppina Ilaria Laura
    Leonardo Lorenzo Luca Lucia Luciano Luigi Maddalena Marcello Marco Mariangela Massimo Matteo Mattia Maurizio Michele Mirella Nicola Paola Paolo Patrizia Piero Pietro
    Raffaele Riccardo Roberta Roberto Rosa Salvatore Sergio Silvia Simona Stefania Stefano Tommaso Umberto Valentina Vincenzo Vittorio`,
  pl: `Adrianna Agata Agnieszka Aleksander Aleksandra Alicja Andrzej Aneta Antoni Arkadiusz Artur Barbara Bartłomiej Bartosz Beata Bogdan Bogumiła Bogusław Bożena Cezary Czesław Dariusz Dominik
    Dominika Dorota Edyta Elżbieta Ewa Ewelina Filip Franciszek Gabriela Grażyna Grzegorz Halina Hanna Helena Henryk Ireneusz Irena Iwona Izabela Jacek Jadwiga Jakub Jan Janina Janusz Jarosław Jerzy
    Joanna Jolanta Józef Julian Justyna Kamil Karol Karolina Katarzyna Kazimierz Kinga Konrad Krystyna Krzysztof Leszek Lidia Lucjan Łucja Łukasz Maciej Magdalena Maja Małgorzata Marcin Marek Maria
    Mariusz Marta Mateusz Michał Mieczysław Mirosław Monika Natalia Olga Oskar Patrycja Paulina Paweł Piotr Przemysław Radosław Rafał Renata Robert Roman Ryszard Sebastian Sławomir Stanisław
    Stefan Sylwia Szymon Tadeusz Teresa Tomasz Urszula Wacław Waldemar Wanda Wiesław Wiktor Wiktoria Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zofia Zuzanna Zygmunt`,
  ru: `Аделина Александр Александра Алексей Алёна Алина Алиса Алла Анастасия Анатолий Андрей Анна Антон Антонина Аркадий Арсений Артём Артем Богдан Борис Вадим Валентин Валентина Валерий
    Валерия Варвара Василий Василиса Вера Вероника Виктор Виктория Виталий Владимир Владислав Всеволод Вячеслав Галина Геннадий Георгий Герман Глеб Григорий Даниил Данила Дарья Денис
    Диана Дина Дмитрий Ева Евгений Евгения Егор Екатерина Елена Елизавета Ефим Жанна Захар Зинаида Зоя Иван Игорь Илья Инна Ирина Кирилл Клавдия Константин Ксения Лариса Лев
    Леонид Лидия Любовь Людмила Майя Макар Максим Маргарита Марина Мария Марк Марта Матвей Михаил Надежда Наталия Наталья Никита Николай Нина Оксана Олег Олеся Ольга Павел Пётр Петр Полина Прасковья
    Раиса Римма Роман Ростислав Руслан Светлана Святослав Семён Семен Сергей София Софья Станислав Степан Таисия Тамара Тарас Татьяна Тимофей Тимур Ульяна Фёдор Федор Филипп Эдуард
    Элина Эльвира Эмма Юлия Юрий Яков Яна Ярослав Кристина Рашид Рустам Ильдар Марат Арман Армен Арсен Ашот Ваган Гаяне Карен Левон Рубен Тигран Эльдар Эльчин`,
  uk: `Андрій Богдана Василь Віктор Вікторія Віталій Володимир Галина Ганна Дмитро Євген Зоряна Ігор Ірина Катерина Леся Любов Людмила Максим Марія Микола Михайло Мирослав Мирослава Назар
    Наталія Оксана Олександр Олександра Олексій Олена Ольга Остап Петро Роман Світлана Сергій Соломія Софія Тарас Тетяна Федір Юлія Юрій Ярослава`,
  tr: `Abdullah Adem Adnan Ahmet Akın Ali Alper Arda Arzu Asena Aslı Asuman Atilla Aydın Ayhan Aylin Ayşe Ayşegül Aysun Aytaç Bahar Barış Başak Batuhan Bekir Belgin Berk Berna Beyza Bilge Birsen Buket Bülent
    Burak Burcu Büşra Can Canan Cem Cemal Cemil Cengiz Cenk Ceren Çağlar Çiğdem Demet Deniz Derya Dilek Doğan Ebru Ece Eda Efe Ekrem Elif Emel Emin Emine Emre Engin Ercan Erdal Erdem Eren Erhan Erkan Erol Ersin Esin Esra Evren Ezgi Fadime
    Fatih Fatma Ferhat Feride Figen Filiz Fikret Funda Furkan Gamze Gökçe Gökhan Gönül Gül Gülay Gülcan Gülsüm Gülşen Gürkan Güven Hakan Halil Haluk Hamza Handan Harun Hasan Hatice Hikmet Hilal Hülya Hüseyin İbrahim İlhan İlker
    İnci İpek İrem İsmail İsmet Kadir Kemal Kenan Kerem Koray Korkut Leyla Levent Mahmut Mehmet Melek Melih Meltem Meral Merve Mert Meryem Mesut Metin Mine Murat Mustafa Müge Müjde Nazan Nazlı Necati Necla Nermin Neslihan Nesrin Nevin Nihal Nihat Nil Nilgün Nilüfer
    Nur Nuran Nuray Nurcan Nuri Oğuz Okan Oktay Olcay Onur Orhan Osman Oya Ozan Ömer Önder Özcan Özge Özgür Özlem Pelin Perihan Pınar Ramazan Recep Reyhan Rıza Sabri Salih Sedat Seda Selçuk Selda Selim Selin Selma Semih Semra Serap Serdar Serhat Serkan
    Serpil Sevgi Sevil Sevim Sezen Sibel Sinan Sinem Songül Suat Süleyman Şebnem Şengül Şerife Şeyma Şükrü Taner Tarık Tayfun Tuba Tufan Tuğba Tülay Tülin Tuncay Turgut Ufuk Uğur Umut Ümit Veli Vildan Volkan Yasemin Yasin Yavuz Yeliz Yeşim Yıldız Yılmaz Yunus Yusuf Zafer Zehra Zerrin Zeynep Zübeyde`,
  az: `Afət Ağa Akif Aqil Aygün Aynur Aysel Aytən Azər Aziz Bəxtiyar Cavid Cavidan Ceyhun Elçin Eldar Elmar Elnur Elşad Elxan Emin Emil Əhməd Əli Əliyə Əsgər Fərid Fəridə Fərhad Fidan Firuzə Gülnar Gülnarə Günay Günel Gülşən
    Həsən Hüseyn İlham İlqar İlkin İradə İsmayıl Kamal Kamran Kənan Kəmalə Könül Lalə Leyla Ləman Lətifə Mahir Mehriban Məmməd Məryəm Minə Murad Mübariz Nabil Namiq Nərgiz Nərmin Nigar Nizami Nuray Nurlan Orxan Oqtay Pərvin Pərvanə Ramil Ramin Rasim Rauf
    Rəşad Rövşən Rüstəm Sabir Sabina Samir Samirə Sevda Sevinc Səbinə Səidə Sənan Sərdar Şahin Şəhla Şəbnəm Tahir Tofiq Turan Turqut Tural Ülviyyə Vaqif Vəfa Vüqar Vüsal Xalid Xədicə Yeganə Yusif Zaur Zümrüd`,
  hy: `Աննա Անահիտ Անի Անուշ Արա Արամ Արեն Արթուր Արկադի Արմեն Արմինե Արսեն Արտակ Արտաշես Արփինե Աստղիկ Աշոտ Արևիկ Գագիկ Գարիկ Գայանե Գևորգ Գոհար Գոռ Գրիգոր Գուրգեն Դավիթ Դիանա Եղիշե Զարուհի Զավեն Էդգար Էդուարդ Էլեն Էմիլ Թաթուլ Թամարա Թեհմինե Իրինա
    Լևոն Լիլիթ Լիանա Լուսինե Խաչատուր Կամո Կարապետ Կարեն Կարինե Հակոբ Համլետ Հայկ Հասմիկ Հարություն Հեղինե Հենրիկ Հերմինե Հովհաննես Հովիկ Հռիփսիմե Հրանտ Հրաչյա Մանուշակ Մարգարիտա Մարի Մարիամ Մարիետա Մարտին Մելինե Միհրան Միքայել Մհեր Մկրտիչ Մուշեղ
    Նազելի Նաիրա Նարե Նարեկ Նարինե Նելլի Նունե Շուշան Ռաֆայել Ռիմա Ռոբերտ Ռուբեն Ռուզաննա Սամվել Սաթենիկ Սարգիս Սերգեյ Սեդա Սիրանուշ Սյուզաննա Սոնա Սոֆյա Սուրեն Ստեփան Սպարտակ Վահագն Վահան Վահե Վարդան Վարդուհի Վիգեն Տաթև Տարոն Տիգրան Օլգա Օվսաննա Ֆելիքս`,
  armenianLatin: `Anahit Ani Anoush Anush Ara Aram Araz Armen Armine Arpine Arsen Artak Artashes Artur Ashot Astghik Avetik Edgar Gagik Garik Gayane Gegham Gevorg Gohar Grigor Gurgen Hakob Hamlet Harutyun Hasmik Hayk Hovhannes Hrant Hripsime
    Karapet Karen Karine Khachatur Levon Liana Lilit Lusine Manuk Mariam Mher Mikayel Mkrtich Naira Narek Narine Nazeli Nune Raffi Ruben Ruzanna Samvel Sargis Satenik Shushan Siranush Sona Spartak Stepan Suren Taron Tatev Tatul Tigran Vahagn Vahan Vahe Vahram
    Vardan Varuzhan Vazgen Viken Vrej Zaven Zaruhi`,
  ka: `ალექსანდრე ანა ანი ანდრია არჩილ ბაჩო ბელა გია გიგა გიორგი გოჩა დავით დიმიტრი ეკა ეკატერინე ელენე ელისო ვაჟა ვახტანგ ზაზა ზურაბ თამარ თამთა თეა თეონა თინათინ ია ილია ირაკლი ირინე ირმა ლალი ლაშა ლევან ლია ლიკა ლუკა მაია მამუკა მანანა მარიამ მარინა
    მაკა მერაბ მზია მიხეილ მურმან ნათია ნანა ნატო ნესტან ნიკა ნიკოლოზ ნინო ნოდარ ოთარ პაატა რამაზ რევაზ როინ რუსუდან სალომე სანდრო სოფიო სოფო ტარიელ ქეთევან ქეთი შალვა შორენა ცირა ხათუნა`,
  transliterated: `Aleksandr Aleksandra Alexei Alexey Aliya Alla Anastasia Anatoly Andrei Andrey Anton Arkady Artem Artyom Boris Dmitri Dmitry Ekaterina Elena Evgeny Fyodor Galina Gennady Giorgi Gleb Grigory Igor Ilya Inna Irakli Irina Ketevan Kirill Konstantin Ksenia
    Larisa Leonid Levan Lidia Ludmila Lyudmila Maksim Maxim Mikhail Nana Natalia Natalya Nikita Nikolai Nikolay Nino Oksana Oleg Olesya Olga Pavel Pyotr Roman Ruslan Salome Sergei Sergey Stanislav Svetlana Tamar Taras Tatiana Tatyana Timur Vadim Vakhtang Valentina Valery
    Vasily Viktor Viktoria Vitaly Vladimir Vladislav Volodymyr Vyacheslav Yana Yaroslav Yekaterina Yelena Yevgeny Yulia Yuri Yury Zaur Zurab`,
  others: `Abdul Abdel Ahmad Ahmed Aisha Ajay Akira Amina Amir Amit Amira Anil Anita Anjali Arjun Arun Ashok Asif Bilal Bjørn Chidi Chinua Deepak Dimitris Dimitra Dina Emeka Eirik Fatima Farid Farah Gita Giannis Habib Hadi Hamid Hana Hassan Henrik Hiroshi Hussein Ibrahim Ines Ingrid
    Ivo Jaap Jamal Jana Jan Javed Jiří João Jorge Kamal Karim Kaveh Kavita Kenji Khaled Khalid Kofi Kwame Lars Layla Leila Luís Mahmoud Magnus Maryam Matteo Mehdi Milan Mohamed Mohammad Mohammed Muhammad Mustafa Nadia Nasser Nikos Nils Noor Omar Ove Pieter Piet Pooja
    Pradeep Priya Rahul Rajesh Rakesh Ramesh Rania Rashid Ravi Reza Riya Sanjay Sana Shabnam Shirin Sigrid Siri Slobodan Sunil Sunita Suresh Sven Svein Søren Tariq Thijs Vikram Vijay Wei Wim Willem Yasmin Yuki Youssef Yusuf Zahra Zainab`,
}

/** All of them, in lower case. */
export const givenNames: ReadonlySet<string> = new Set(
  Object.values(byLanguage).flatMap((names) => names.toLowerCase().split(/\s+/)),
)
