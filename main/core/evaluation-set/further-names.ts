import type { NameTable } from './common-names.ts'

const list = (text: string): string[] => text.split(',').map((name) => name.trim())

/**
 * Further frequent names by country, written down by us from general knowledge and never looked at while the matcher is made: the
 * held-out innocent people are made of them.
 */
export const FURTHER_NAMES: readonly NameTable[] = [
  {
    country: 'US',
    given: list(
      'Ashley,Joshua,Stephanie,Andrew,Melissa,Kenneth,Rebecca,Timothy,Laura,Jason,Cynthia,Jeffrey,Kathleen,Gregory,Samantha,Benjamin,Rachel,Brandon,Heather,Tyler,Megan,Justin,Nicole,Steven',
    ),
    family: list(
      'Martin,Young,King,Scott,Adams,Nelson,Green,Roberts,Turner,Evans,Collins,Stewart,Morris,Rogers,Reed,Cook,Morgan,Bell,Murphy,Bailey,Cooper,Richardson,Howard,Garcia,Martinez,Nguyen',
    ),
  },
  {
    country: 'GB',
    given: list(
      'David,Susan,Paul,Julie,Andrew,Karen,Stephen,Jacqueline,Mark,Tracey,Ian,Deborah,Stuart,Lorraine,Gareth,Joanne,Darren,Emma,Callum,Chloe,Matthew,Jessica,Neil,Bethany',
    ),
    family: list(
      'Smith,Jones,Taylor,Williams,Brown,Davies,Wilson,Johnson,Robinson,Wright,Thompson,White,Clarke,Harrison,Khan,Patel,Morgan,Watson,Cox,Mason,Barnes,Knight,Lloyd,Butler,Russell,Barker',
    ),
  },
  {
    country: 'IE',
    given: list('Eoin,Orla,Declan,Sinead,Padraig,Deirdre,Brendan,Maeve,Fergal,Grainne,Oisin,Caoimhe,Darragh,Aisling,Ronan,Saoirse,Michael,Mary'),
    family: list(
      "Kennedy,Lynch,Murray,Quinn,Moore,McLoughlin,Carroll,Connolly,Daly,O'Connell,Dunne,Brennan,Burke,Collins,Clarke,Hughes,Farrell,Fitzgerald,Nolan,Kavanagh,Power,O'Reilly,Maguire,Healy",
    ),
  },
  {
    country: 'DE',
    given: list(
      'Thomas,Claudia,Andreas,Petra,Michael,Susanne,Wolfgang,Renate,Klaus,Birgit,Peter,Andrea,Markus,Nicole,Tobias,Christina,Matthias,Stefanie,Florian,Laura,Uwe,Angelika,Jörg,Gisela',
    ),
    family: list(
      'Wolf,Zimmermann,Braun,Hartmann,Lange,Werner,Schmitz,Krause,Lehmann,Köhler,Herrmann,König,Walter,Huber,Kaiser,Fuchs,Scholz,Möller,Weiß,Jung,Hahn,Schubert,Keller,Berger,Winkler,Roth,Lorenz,Baumann,Franke,Albrecht',
    ),
  },
  {
    country: 'FR',
    given: list(
      'Nicolas,Sophie,Philippe,Nathalie,Alain,Isabelle,Christophe,Sandrine,Julien,Aurélie,Thierry,Valérie,Sébastien,Émilie,Stéphane,Sylvie,Patrick,Catherine,Lucas,Léa,Théo,Inès',
    ),
    family: list(
      'Thomas,Petit,Robert,Richard,Simon,Michel,Leroy,David,Bertrand,Morel,Dupont,Mercier,Faure,Vincent,Boyer,Perrin,Morin,Gauthier,Dumont,Robin,Masson,Marchand,Duval,Denis,Lemaire,Meunier',
    ),
  },
  {
    country: 'IT',
    given: list(
      'Giuseppe,Maria,Giovanni,Anna,Antonio,Francesca,Roberto,Laura,Stefano,Paola,Davide,Sara,Simone,Valentina,Riccardo,Silvia,Fabio,Alessia,Paolo,Elisa',
    ),
    family: list(
      "Giordano,Rizzo,Lombardi,Moretti,Barbieri,Fontana,Santoro,Mariani,Rinaldi,Caruso,Ferrara,Martini,Leone,Longo,Gentile,Martinelli,Vitale,Serra,Coppola,De Santis,D'Angelo,Marchetti,Parisi,Villa",
    ),
  },
  {
    country: 'ES',
    given: list(
      'David,Laura,Daniel,Cristina,Carlos,Elena,Miguel,Raquel,Alejandro,Silvia,Pablo,Pilar,Rubén,Sonia,Jesús,Beatriz,Fernando,Nuria,Alberto,Patricia,Diego,Mercedes',
    ),
    family: list(
      'Martín Delgado,Hernández Ramos,Díaz Marín,Álvarez Iglesias,Muñoz Medina,Alonso Garrido,Gutiérrez Santos,Domínguez Cortés,Vázquez Castillo,Suárez Lozano,Guerrero Cano,Prieto Méndez,Cruz Calvo,Gallego Vidal,León Herrera,Márquez Peña,Flores Cabrera,Campos Vicente,Carrasco Fuentes,Díez Nieto',
    ),
  },
  {
    country: 'MX',
    given: list(
      'María Elena,Francisco Javier,Rosa María,Alejandro,Margarita,Roberto,Patricia,Carlos Alberto,Silvia,Arturo,Yolanda,Raúl,Claudia,Sergio,Martha,Gerardo,Elizabeth,Héctor,Araceli,Rogelio,Juan Manuel,Irma',
    ),
    family: list(
      'Torres,Rivera,Ortiz,Gutiérrez,Chávez,Ramos,Mendoza,Ruiz,Álvarez,Castillo,Moreno,Romero,Herrera,Medina,Aguilar,Vargas,Guzmán,Castro,Méndez,Rojas,Juárez,Salazar',
    ),
  },
  {
    country: 'BR',
    given: list(
      'José,Maria,Antônio,Francisca,Carlos,Adriana,Paulo,Márcia,Luiz,Patrícia,Marcos,Aline,Rodrigo,Vanessa,Bruno,Letícia,Eduardo,Amanda,Leandro,Luciana,Vinícius,Gabriela',
    ),
    family: list(
      'Costa,Martins,Rocha,Dias,Nascimento,Andrade,Moreira,Nunes,Marques,Machado,Mendes,Freitas,Cardoso,Ramos,Gonçalves,Santana,Teixeira,Araújo,Cavalcanti,Lopes,Vieira,Monteiro,Batista,Pinto',
    ),
  },
  {
    country: 'NL',
    given: list('Jan,Johanna,Cornelis,Anneke,Hendrik,Marijke,Bas,Eva,Thijs,Iris,Sander,Linda,Maarten,Esther,Wouter,Monique,Bram,Fleur,Ruben,Ilse'),
    family: list(
      'Bos,Vos,Peters,Hendriks,Dekker,Brouwer,de Wit,van Dijk,de Groot,de Graaf,van der Meer,Kok,Jacobs,de Haan,Vermeulen,van der Linden,Schouten,Willems,van Beek,Hoekstra,Koster,Prins,Huisman,van Vliet',
    ),
  },
  {
    country: 'SE',
    given: list('Karl,Anna,Per,Eva,Mikael,Maria,Jan,Kristina,Peter,Lena,Thomas,Marie,Fredrik,Sara,Göran,Malin,Björn,Elin,Gustav,Birgitta,Oskar,Ulla'),
    family: list(
      'Pettersson,Jonsson,Jansson,Hansson,Bengtsson,Lindberg,Jakobsson,Magnusson,Lindqvist,Olofsson,Lindgren,Axelsson,Berg,Bergström,Lundberg,Lundgren,Lundqvist,Mattsson,Berglund,Fredriksson,Sandberg,Henriksson,Forsberg,Nyström',
    ),
  },
  {
    country: 'FI',
    given: list('Matti,Anneli,Johannes,Kaarina,Olavi,Marjatta,Tapio,Hannele,Kari,Liisa,Pekka,Ritva,Juha,Marja,Heikki,Pirjo,Ville,Emilia,Janne,Leena'),
    family: list(
      'Lehtonen,Saarinen,Salminen,Heinonen,Niemi,Heikkilä,Kinnunen,Salonen,Turunen,Salo,Laitinen,Tuominen,Rantanen,Karjalainen,Jokinen,Mattila,Savolainen,Lahtinen,Ahonen,Hiltunen,Miettinen,Pitkänen',
    ),
  },
  {
    country: 'PL',
    given: list('Jan,Stanisław,Marcin,Michał,Marek,Łukasz,Adam,Zbigniew,Jerzy,Mateusz,Dariusz,Wojciech,Mariusz,Jakub,Rafał,Kamil'),
    family: list(
      'Jankowski,Wojciechowski,Kwiatkowski,Krawczyk,Kaczmarek,Piotrowski,Grabowski,Zając,Pawłowski,Michalski,Król,Wieczorek,Jabłoński,Wróbel,Nowakowski,Majewski,Olszewski,Stępień,Malinowski,Jaworski,Adamczyk,Dudek,Nowicki,Pawlak',
    ),
  },
  {
    country: 'PL',
    given: list('Anna,Maria,Krystyna,Barbara,Ewa,Zofia,Teresa,Monika,Danuta,Beata,Aleksandra,Dorota,Halina,Jadwiga,Iwona,Marta'),
    family: list(
      'Jankowska,Wojciechowska,Kwiatkowska,Krawczyk,Kaczmarek,Piotrowska,Grabowska,Zając,Pawłowska,Michalska,Król,Wieczorek,Jabłońska,Wróbel,Nowakowska,Majewska,Olszewska,Stępień,Malinowska,Jaworska,Adamczyk,Dudek,Nowicka,Pawlak',
    ),
  },
  {
    country: 'CZ',
    given: list('Jan,Petr,Josef,Martin,Jaroslav,Miroslav,František,Václav,Michal,Karel,Milan,Vladimír,Lukáš,David,Jakub,Stanislav'),
    family: list('Pokorný,Marek,Pospíšil,Hájek,Jelínek,Král,Růžička,Beneš,Fiala,Sedláček,Doležal,Zeman,Kolář,Krejčí,Navrátil,Čermák,Urban,Vaněk,Blažek,Kříž'),
  },
  {
    country: 'CZ',
    given: list('Marie,Anna,Lenka,Kateřina,Alena,Petra,Veronika,Jaroslava,Tereza,Martina,Michaela,Jitka,Helena,Ludmila,Zdeňka,Ivana'),
    family: list(
      'Pokorná,Marková,Pospíšilová,Hájková,Jelínková,Králová,Růžičková,Benešová,Fialová,Sedláčková,Doležalová,Zemanová,Kolářová,Krejčí,Navrátilová,Čermáková,Urbanová,Vaňková,Blažková,Křížová',
    ),
  },
  {
    country: 'HU',
    given: list('István,Mária,József,Éva,János,Judit,Attila,Andrea,Sándor,Anikó,Péter,Ilona,Tamás,Mónika,György,Krisztina,Csaba,Margit,Imre,Edit'),
    family: list(
      'Balogh,Papp,Takács,Juhász,Lakatos,Mészáros,Oláh,Simon,Rácz,Fekete,Szilágyi,Török,Fehér,Gál,Szűcs,Kocsis,Orsós,Pintér,Fodor,Szalai,Sipos,Magyar,Lukács,Bíró',
    ),
  },
  {
    country: 'RO',
    given: list(
      'Ion,Maria,Alexandru,Ana,Constantin,Mihaela,Nicolae,Andreea,Adrian,Daniela,Marian,Alina,Ionuț,Gabriela,Florin,Simona,Cristian,Alexandra,Bogdan,Raluca',
    ),
    family: list(
      'Pop,Rusu,Munteanu,Moldovan,Lazăr,Florea,Dobre,Barbu,Nistor,Dinu,Ungureanu,Marinescu,Tudor,Neagu,Cristea,Manole,Toma,Sandu,Șerban,Iordache,Dragomir,Lungu',
    ),
  },
  {
    country: 'GR',
    given: list(
      'Dimitrios|Δημήτριος,Panagiotis|Παναγιώτης,Vasileios|Βασίλειος,Christos|Χρήστος,Athanasios|Αθανάσιος,Michail|Μιχαήλ,Evangelos|Ευάγγελος,Spyridon|Σπυρίδων,Antonios|Αντώνιος,Anastasios|Αναστάσιος,Theodoros|Θεόδωρος,Andreas|Ανδρέας,Alexandros|Αλέξανδρος,Stavros|Σταύρος,Emmanouil|Εμμανουήλ,Petros|Πέτρος',
    ),
    family: list(
      'Pappas|Παππάς,Karagiannis|Καραγιάννης,Oikonomou|Οικονόμου,Papageorgiou|Παπαγεωργίου,Ioannidis|Ιωαννίδης,Papadakis|Παπαδάκης,Konstantinidis|Κωνσταντινίδης,Athanasiou|Αθανασίου,Antoniou|Αντωνίου,Nikolaou|Νικολάου,Vasileiou|Βασιλείου,Christodoulou|Χριστοδούλου,Panagopoulos|Παναγόπουλος,Karras|Καρράς,Samaras|Σαμαράς,Papanikolaou|Παπανικολάου,Alexiou|Αλεξίου,Triantafyllou|Τριανταφύλλου,Kostopoulos|Κωστόπουλος,Theodorou|Θεοδώρου',
    ),
  },
  {
    country: 'GR',
    given: list(
      'Sofia|Σοφία,Angeliki|Αγγελική,Georgia|Γεωργία,Anastasia|Αναστασία,Dimitra|Δήμητρα,Konstantina|Κωνσταντίνα,Paraskevi|Παρασκευή,Evangelia|Ευαγγελία,Anna|Άννα,Ioanna|Ιωάννα,Panagiota|Παναγιώτα,Christina|Χριστίνα,Despoina|Δέσποινα,Foteini|Φωτεινή,Evgenia|Ευγενία,Chrysoula|Χρυσούλα',
    ),
    family: list(
      'Pappa|Παππά,Karagianni|Καραγιάννη,Oikonomou|Οικονόμου,Papageorgiou|Παπαγεωργίου,Ioannidou|Ιωαννίδου,Papadaki|Παπαδάκη,Konstantinidou|Κωνσταντινίδου,Athanasiou|Αθανασίου,Antoniou|Αντωνίου,Nikolaou|Νικολάου,Vasileiou|Βασιλείου,Christodoulou|Χριστοδούλου,Panagopoulou|Παναγοπούλου,Karra|Καρρά,Samara|Σαμαρά,Papanikolaou|Παπανικολάου,Alexiou|Αλεξίου,Triantafyllou|Τριανταφύλλου,Kostopoulou|Κωστοπούλου,Theodorou|Θεοδώρου',
    ),
  },
  {
    country: 'RU',
    given: list(
      'Vladimir|Владимир,Mikhail|Михаил,Nikolay|Николай,Ivan|Иван,Evgeny|Евгений,Viktor|Виктор,Yury|Юрий,Igor|Игорь,Oleg|Олег,Roman|Роман,Anton|Антон,Denis|Денис,Konstantin|Константин,Vadim|Вадим,Kirill|Кирилл,Artem|Артём,Nikita|Никита,Anatoly|Анатолий,Vyacheslav|Вячеслав,Stanislav|Станислав',
    ),
    family: list(
      'Ivanov|Иванов,Novikov|Новиков,Solovyov|Соловьёв,Bogdanov|Богданов,Vorobyov|Воробьёв,Zaitsev|Зайцев,Golubev|Голубев,Vinogradov|Виноградов,Belov|Белов,Tarasov|Тарасов,Komarov|Комаров,Kiselev|Киселёв,Makarov|Макаров,Andreev|Андреев,Kovalev|Ковалёв,Ilyin|Ильин,Gusev|Гусев,Titov|Титов,Kuzmin|Кузьмин,Kudryavtsev|Кудрявцев,Baranov|Баранов,Kulikov|Куликов,Yakovlev|Яковлев,Sorokin|Сорокин,Sergeev|Сергеев,Zakharov|Захаров,Borisov|Борисов,Grigoriev|Григорьев',
    ),
  },
  {
    country: 'RU',
    given: list(
      'Maria|Мария,Anna|Анна,Ekaterina|Екатерина,Marina|Марина,Lyudmila|Людмила,Galina|Галина,Nadezhda|Надежда,Yulia|Юлия,Daria|Дарья,Valentina|Валентина,Nina|Нина,Vera|Вера,Larisa|Лариса,Alina|Алина,Polina|Полина,Victoria|Виктория,Oksana|Оксана,Evgenia|Евгения,Lyubov|Любовь,Raisa|Раиса',
    ),
    family: list(
      'Ivanova|Иванова,Novikova|Новикова,Solovyova|Соловьёва,Bogdanova|Богданова,Vorobyova|Воробьёва,Zaitseva|Зайцева,Golubeva|Голубева,Vinogradova|Виноградова,Belova|Белова,Tarasova|Тарасова,Komarova|Комарова,Kiseleva|Киселёва,Makarova|Макарова,Andreeva|Андреева,Kovaleva|Ковалёва,Ilyina|Ильина,Guseva|Гусева,Titova|Титова,Kuzmina|Кузьмина,Kudryavtseva|Кудрявцева,Baranova|Баранова,Kulikova|Куликова,Yakovleva|Яковлева,Sorokina|Сорокина,Sergeeva|Сергеева,Zakharova|Захарова,Borisova|Борисова,Grigorieva|Григорьева',
    ),
  },
  {
    country: 'UA',
    given: list(
      'Ivan|Іван,Olena|Олена,Vasyl|Василь,Tetyana|Тетяна,Viktor|Віктор,Svitlana|Світлана,Mykhailo|Михайло,Lyudmyla|Людмила,Dmytro|Дмитро,Olha|Ольга,Yuriy|Юрій,Mariya|Марія,Petro|Петро,Nadiya|Надія,Oleh|Олег,Kateryna|Катерина,Ihor|Ігор,Hanna|Ганна,Vitaliy|Віталій,Larysa|Лариса,Yevhen|Євген,Anastasiya|Анастасія,Bohdan|Богдан,Lyubov|Любов',
    ),
    family: list(
      'Boyko|Бойко,Koval|Коваль,Shevchuk|Шевчук,Kovalchuk|Ковальчук,Moroz|Мороз,Marchenko|Марченко,Rudenko|Руденко,Petrenko|Петренко,Savchenko|Савченко,Kravchuk|Кравчук,Klymenko|Клименко,Levchenko|Левченко,Pavlenko|Павленко,Ponomarenko|Пономаренко,Tkachuk|Ткачук,Bondar|Бондар,Vasylenko|Василенко,Havrylyuk|Гаврилюк,Romanyuk|Романюк,Kostenko|Костенко,Sydorenko|Сидоренко,Didenko|Діденко,Panchenko|Панченко,Yurchenko|Юрченко',
    ),
  },
  {
    country: 'RS',
    given: list(
      'Milan|Милан,Marija|Марија,Dragan|Драган,Ivana|Ивана,Zoran|Зоран,Snežana|Снежана,Aleksandar|Александар,Gordana|Гордана,Miloš|Милош,Dragana|Драгана,Dejan|Дејан,Vesna|Весна,Luka|Лука,Ljiljana|Љиљана,Vladimir|Владимир,Katarina|Катарина,Goran|Горан,Tamara|Тамара,Dušan|Душан,Sanja|Сања,Slobodan|Слободан,Nevena|Невена',
    ),
    family: list(
      'Popović|Поповић,Pavlović|Павловић,Stanković|Станковић,Todorović|Тодоровић,Milanović|Милановић,Janković|Јанковић,Živković|Живковић,Simić|Симић,Radovanović|Радовановић,Tomić|Томић,Savić|Савић,Lazić|Лазић,Krstić|Крстић,Mitrović|Митровић,Đukić|Ђукић,Stefanović|Стефановић,Lukić|Лукић,Ristić|Ристић,Vuković|Вуковић,Kostić|Костић,Petković|Петковић,Obradović|Обрадовић',
    ),
  },
  {
    country: 'TR',
    given: list(
      'Ali,Meryem,Hasan,Şerife,İsmail,Sultan,Osman,Hacer,Yusuf,Merve,Ramazan,Esra,Emre,Büşra,Hakan,Özlem,Serkan,Sevgi,Fatih,Derya,Burak,Hülya,Kemal,Zehra',
    ),
    family: list(
      'Çetin,Kara,Koç,Kurt,Özkan,Şimşek,Polat,Korkmaz,Özcan,Çakır,Yavuz,Can,Acar,Şen,Aktaş,Güler,Yalçın,Güneş,Bozkurt,Bulut,Keskin,Ünal,Turan,Gül,Özer,Işık,Kaplan,Avcı,Aksoy,Tekin',
    ),
  },
  {
    country: 'EG',
    given: list(
      'Mohamed|محمد,Fatma|فاطمة,Hassan|حسن,Amira|أميرة,Ali|علي,Heba|هبة,Khaled|خالد,Samah|سماح,Amr|عمرو,Marwa|مروة,Hossam|حسام,Eman|إيمان,Ashraf|أشرف,Nermin|نرمين,Wael|وائل,Shaimaa|شيماء,Tarek|طارق,Sahar|سحر,Ehab|إيهاب,Aya|آية,Walid|وليد,Doaa|دعاء,Ayman|أيمن,Hanan|حنان',
    ),
    family: list(
      'Ibrahim|إبراهيم,Abdelaziz|عبد العزيز,Soliman|سليمان,Youssef|يوسف,Ismail|إسماعيل,Salem|سالم,Khalil|خليل,Gaber|جابر,Hussein|حسين,Saad|سعد,Abdallah|عبد الله,Osman|عثمان,Fouad|فؤاد,El-Sherbiny|الشربيني,Moussa|موسى,Kamel|كامل,El-Masry|المصري,Nasr|نصر,Shaaban|شعبان,Hegazy|حجازي,Metwally|متولي,Eid|عيد,Badawy|بدوي,El-Naggar|النجار,Attia|عطية',
    ),
  },
  {
    country: 'SA',
    given: list(
      'Mohammed|محمد,Fatimah|فاطمة,Abdulrahman|عبد الرحمن,Maha|مها,Saud|سعود,Munira|منيرة,Fahad|فهد,Amal|أمل,Sultan|سلطان,Haya|هيا,Abdulaziz|عبد العزيز,Jawaher|جواهر,Nasser|ناصر,Ghada|غادة,Majed|ماجد,Abeer|عبير,Saad|سعد,Wafa|وفاء,Mansour|منصور,Lama|لمى,Yazeed|يزيد,Nouf|نوف,Meshal|مشعل,Haifa|هيفاء',
    ),
    family: list(
      'Al-Shammari|الشمري,Al-Maliki|المالكي,Al-Juhani|الجهني,Al-Asmari|الأسمري,Al-Omari|العمري,Al-Rashidi|الرشيدي,Al-Yami|اليامي,Al-Thaqafi|الثقفي,Al-Sulami|السلمي,Al-Balawi|البلوي,Al-Qarni|القرني,Al-Shahrani|الشهراني,Asiri|عسيري,Al-Tamimi|التميمي,Al-Rashed|الراشد,Al-Khaldi|الخالدي,Al-Hajri|الهاجري,Al-Faifi|الفيفي,Al-Ahmari|الأحمري,Al-Saadi|السعدي,Al-Bishi|البيشي,Al-Ruwaili|الرويلي,Al-Marri|المري',
    ),
  },
  {
    country: 'MA',
    given: list(
      'Mohamed,Aicha,Ahmed,Karima,Hassan,Samira,Said,Zineb,Mustapha,Meryem,Omar,Hanane,Khalid,Latifa,Driss,Nadia,Abdellah,Hajar,Ayoub,Malika,Noureddine,Sanae,Jamal,Souad',
    ),
    family: list(
      'El Amrani,Benali,Naciri,Filali,Mansouri,El Khattabi,Saidi,Ziani,Hilali,Belhaj,Bouzidi,Sebti,Bensouda,El Mokhtari,Kabbaj,Slaoui,Benchekroun,Cherkaoui,Haddad,El Alami,Squalli,El Yousfi,Tahiri',
    ),
  },
  {
    country: 'IR',
    given: list(
      'Ali|علی,Fatemeh|فاطمه,Mehdi|مهدی,Masoumeh|معصومه,Hamid|حمید,Narges|نرگس,Saeed|سعید,Elham|الهام,Majid|مجید,Sara|سارا,Hassan|حسن,Sedigheh|صدیقه,Abbas|عباس,Azam|اعظم,Masoud|مسعود,Mina|مینا,Vahid|وحید,Parisa|پریسا,Arash|آرش,Somayeh|سمیه,Javad|جواد,Niloufar|نیلوفر,Ehsan|احسان,Mahnaz|مهناز',
    ),
    family: list(
      'Mohammadi|محمدی,Hosseini|حسینی,Ahmadi|احمدی,Rezaei|رضایی,Mousavi|موسوی,Heydari|حیدری,Akbari|اکبری,Ghasemi|قاسمی,Asadi|اسدی,Amini|امینی,Najafi|نجفی,Norouzi|نوروزی,Salehi|صالحی,Soltani|سلطانی,Abbasi|عباسی,Ghorbani|قربانی,Zare|زارع,Mahmoudi|محمودی,Taheri|طاهری,Nazari|نظری,Yousefi|یوسفی,Khosravi|خسروی,Mirzaei|میرزایی,Maleki|ملکی',
    ),
  },
  {
    country: 'PK',
    given: list(
      'Asif,Saima,Tariq,Shazia,Naveed,Samina,Adnan,Farah,Waqas,Amna,Shahid,Rukhsana,Hassan,Mehwish,Junaid,Iqra,Salman,Zainab,Khurram,Uzma,Nasir,Asma,Fahad,Maryam',
    ),
    family: list(
      'Ahmed,Hussain,Iqbal,Ali,Shah,Awan,Mahmood,Abbasi,Ashraf,Rehman,Anwar,Hashmi,Aslam,Baig,Rafiq,Riaz,Dar,Gondal,Cheema,Niazi,Memon,Ansari,Saeed,Nawaz',
    ),
  },
  {
    country: 'IN',
    given: list(
      'Ramesh,Pooja,Anil,Neha,Manoj,Rekha,Vikram,Shweta,Sunil,Geeta,Ashok,Divya,Deepak,Asha,Ravi,Swati,Rakesh,Sneha,Mukesh,Usha,Prakash,Ritu,Vinod,Nisha',
    ),
    family: list(
      'Das,Yadav,Mishra,Shah,Khan,Pillai,Menon,Mukherjee,Banerjee,Agarwal,Jain,Chauhan,Pandey,Tiwari,Thakur,Choudhary,Naidu,Kulkarni,Patil,Bhat,Ghosh,Saxena,Malhotra,Kapoor,Srivastava,Gowda',
    ),
  },
  {
    country: 'BD',
    given: list('Kamrul,Shafiqul,Aminul,Nazmul,Monirul,Habibur,Zahidul,Masud,Arif,Jamal,Rashed,Ashraful,Tanvir,Saiful,Abdul Karim,Delwar'),
    family: list('Alam,Haque,Ali,Khan,Miah,Sikder,Talukder,Bhuiyan,Mollah,Biswas,Das,Kabir,Hasan,Majumder,Mondal,Sheikh,Howlader,Roy'),
  },
  {
    country: 'BD',
    given: list('Sharmin,Rokeya,Salma,Rehana,Ayesha,Shirin,Momtaz,Tania,Sabina,Rubina,Nusrat,Fatema,Jesmin,Hasina,Monira,Lipi'),
    family: list('Begum,Khatun,Sultana,Parvin,Khanam,Jahan,Banu,Yasmin,Nahar,Khan,Alam,Haque,Das,Roy,Biswas,Kabir'),
  },
  {
    country: 'CN',
    familyFirst: true,
    given: list(
      'Guoqiang|国强,Ping|平,Gang|刚,Guiying|桂英,Hui|辉,Ling|玲,Yulan|玉兰,Bo|波,Hongmei|红梅,Jianhua|建华,Xiaohong|晓红,Wenjie|文杰,Guilan|桂兰,Jianjun|建军,Haitao|海涛,Xiaodong|晓东,Zihan|子涵,Haoran|浩然,Yuxuan|宇轩,Xinyi|欣怡,Shuzhen|淑珍,Dan|丹,Bin|斌,Hao|浩,Kai|凯,Ting|婷,Jianping|建平,Weidong|卫东,Chunmei|春梅,Yumei|玉梅',
    ),
    family: list(
      'Liang|梁,Song|宋,Zheng|郑,Xie|谢,Han|韩,Tang|唐,Feng|冯,Yu|于,Dong|董,Xiao|肖,Cheng|程,Cao|曹,Yuan|袁,Deng|邓,Fu|傅,Shen|沈,Zeng|曾,Peng|彭,Su|苏,Lu|卢,Jiang|蒋,Cai|蔡,Jia|贾,Ding|丁,Ye|叶,Pan|潘,Du|杜,Dai|戴,Zhong|钟,Tian|田',
    ),
  },
  {
    country: 'TW',
    familyFirst: true,
    given: list(
      'Chun-hung|俊宏,Shu-hui|淑惠,Chih-wei|志偉,Mei-hui|美惠,Tsung-han|宗翰,Hsin-yi|欣怡,Kuan-yu|冠宇,Shih-han|詩涵,Wen-hsiung|文雄,Li-hua|麗華,Po-han|柏翰,Pei-shan|佩珊,Cheng-han|承翰,Shu-chuan|淑娟,Ming-hui|明輝,Hsiu-mei|秀美,Cheng-en|承恩,Chia-ling|佳玲,Yu-hsuan|宇軒,Tzu-han|子涵,Chih-hung|志宏,Ya-wen|雅雯,Yi-ting|怡婷,Chin-lung|金龍',
    ),
    family: list(
      'Wang|王,Wu|吳,Liu|劉,Li|李,Yang|楊,Chou|周,Yeh|葉,Lai|賴,Chiang|江,Su|蘇,Lu|呂,Ho|何,Lo|羅,Kao|高,Hsiao|蕭,Pan|潘,Chien|簡,Chu|朱,Chung|鍾,Peng|彭,Yu|游,Chan|詹,Hu|胡,Shih|施,Shen|沈,Yen|顏',
    ),
  },
  {
    country: 'HK',
    familyFirst: true,
    given: list(
      'Wai Man|偉文,Suk Fan|淑芬,Chi Ming|志明,Mei Ling|美玲,Kin Wah|健華,Wai Ling|慧玲,Chun Kit|俊傑,Hiu Tung|曉彤,Ka Ho|家豪,Lai Wah|麗華,Tsz Hin|子軒,Wing Kei|詠琪,Chi Keung|志強,Yuk Lan|玉蘭,Man Kit|文傑,Sau Ying|秀英,Wai Keung|偉強,Hoi Yan|凱欣,Kam Wing|錦榮,Pui Shan|佩珊,Chi Hung|志雄,Ka Yan|嘉欣,Kin Man|健民,Lai Kuen|麗娟',
    ),
    family: list(
      'Lee|李,Ho|何,Lam|林,Cheng|鄭,Tang|鄧,Kwok|郭,Chow|周,Yip|葉,Tam|譚,Fung|馮,Mak|麥,Choi|蔡,Lo|羅,Poon|潘,Tse|謝,Kwan|關,Yuen|袁,Hui|許,Chu|朱,Luk|陸,Lui|呂,Tong|唐,Ko|高,Wu|胡,Ma|馬,Chiu|趙',
    ),
  },
  {
    country: 'JP',
    familyFirst: true,
    given: list(
      'Kazuo|一男,Sachiko|幸子,Takeshi|武,Kazuko|和子,Yuta|裕太,Misaki|美咲,Naoki|直樹,Tomoko|智子,Kenta|健太,Ai|愛,Akira|明,Noriko|典子,Shigeru|茂,Naomi|直美,Tetsuya|哲也,Mayumi|真由美,Minoru|実,Hiroko|裕子,Haruka|遥,Satoshi|聡,Yuko|優子,Shota|翔太,Emi|恵美,Kiyoshi|清,Kumiko|久美子,Ryota|亮太',
    ),
    family: list(
      'Yoshida|吉田,Yamada|山田,Sasaki|佐々木,Yamaguchi|山口,Matsumoto|松本,Inoue|井上,Kimura|木村,Hayashi|林,Shimizu|清水,Yamazaki|山崎,Mori|森,Abe|阿部,Ikeda|池田,Hashimoto|橋本,Ishikawa|石川,Yamashita|山下,Nakajima|中島,Ishii|石井,Ogawa|小川,Maeda|前田,Okada|岡田,Hasegawa|長谷川,Fujita|藤田,Goto|後藤,Kondo|近藤,Murakami|村上,Endo|遠藤,Aoki|青木',
    ),
  },
  {
    country: 'KR',
    familyFirst: true,
    given: list(
      'Min-seok|민석,Ji-young|지영,Young-soo|영수,Mi-sook|미숙,Jae-hyun|재현,Hye-jin|혜진,Sang-hoon|상훈,Eun-jung|은정,Jun-ho|준호,Ji-eun|지은,Young-ho|영호,Soon-ja|순자,Seung-hyun|승현,Yu-jin|유진,Jung-ho|정호,Kyung-hee|경희,Sung-ho|성호,Jung-sook|정숙,Do-yun|도윤,Ha-eun|하은,Kwang-soo|광수,Ye-jin|예진,Jae-ho|재호,Bo-ra|보라',
    ),
    family: list(
      'Han|한,Oh|오,Seo|서,Shin|신,Kwon|권,Hwang|황,Ahn|안,Song|송,Ryu|류,Jeon|전,Hong|홍,Ko|고,Moon|문,Yang|양,Son|손,Bae|배,Baek|백,Heo|허,Yoo|유,Nam|남,Shim|심,Noh|노,Ha|하,Kwak|곽,Cha|차,Woo|우',
    ),
  },
  {
    country: 'VN',
    familyFirst: true,
    given: list(
      'Văn Dũng,Thị Hoa,Quang Huy,Thị Thủy,Xuân Trường,Kim Oanh,Minh Đức,Thanh Huyền,Tiến Đạt,Phương Thảo,Anh Tú,Thùy Linh,Văn Sơn,Thị Nga,Công Minh,Bích Ngọc,Đình Phong,Hồng Nhung,Trung Kiên,Thị Tuyết,Ngọc Sơn,Khánh Linh,Thành Nam,Gia Bảo',
    ),
    family: list('Huỳnh,Võ,Hồ,Ngô,Dương,Lý,Đinh,Trương,Tô,Lương,Đoàn,Trịnh,Cao,Tạ,Phùng,Lưu,Châu,Đào,Tăng,Vương,Quách,Thái,Lâm,Chu'),
  },
  {
    country: 'TH',
    given: list(
      'Somsak|สมศักดิ์,Somporn|สมพร,Sombat|สมบัติ,Supaporn|สุภาพร,Surachai|สุรชัย,Wanida|วนิดา,Narong|ณรงค์,Ratana|รัตนา,Suwit|สุวิทย์,Pranee|ปราณี,Kittisak|กิตติศักดิ์,Waraporn|วราภรณ์,Nattapong|ณัฐพงษ์,Sunisa|สุนิสา,Chaiwat|ชัยวัฒน์,Jiraporn|จิราภรณ์,Manop|มานพ,Suda|สุดา,Apichart|อภิชาติ,Sumalee|สุมาลี,Wirat|วิรัตน์,Arunee|อรุณี,Chatchai|ฉัตรชัย,Pimchanok|พิมพ์ชนก',
    ),
    family: list(
      'Saelim|แซ่ลิ้ม,Saelee|แซ่ลี,Saeheng|แซ่เฮง,Phromma|พรหมมา,Kaewmanee|แก้วมณี,Jaidee|ใจดี,Meesuk|มีสุข,Srithong|ศรีทอง,Charoensuk|เจริญสุข,Thongsuk|ทองสุข,Boonruang|บุญเรือง,Kaewkham|แก้วคำ,Sukjai|สุขใจ,Sriwichai|ศรีวิชัย,Phromsuwan|พรหมสุวรรณ,Suwannarat|สุวรรณรัตน์,Thongkham|ทองคำ,Nakthong|นาคทอง,Chaiwong|ไชยวงศ์,Srisawat|ศรีสวัสดิ์,Phetcharat|เพชรรัตน์,Kongkaew|คงแก้ว,Janthong|จันทร์ทอง,Boonchu|บุญชู',
    ),
  },
  {
    country: 'ID',
    given: list('Andi,Nur,Bambang,Yuni,Slamet,Endang,Dedi,Fitri,Rudi,Ratna,Yudi,Ani,Arif,Indah,Wahyu,Ayu,Iwan,Lina,Muhammad,Nurul,Rizki,Dian,Fajar,Yanti'),
    family: list(
      'Wibowo,Gunawan,Pratama,Siregar,Nasution,Simanjuntak,Utomo,Purnomo,Susilo,Haryanto,Suryadi,Siahaan,Lubis,Hartono,Sitompul,Situmorang,Hasibuan,Ramadhan,Prasetyo,Firmansyah,Sutrisno,Halim,Mulyadi,Maulana',
    ),
  },
  {
    country: 'PH',
    given: list(
      'Roberto,Teresita,Eduardo,Rowena,Ernesto,Imelda,Antonio,Gloria,Rolando,Evelyn,Ricardo,Analyn,Jerome,Maricel,Mark Anthony,Mary Grace,Christian,Angelica,John Paul,Princess,Romeo,Erlinda,Joel,Rosalie',
    ),
    family: list(
      'Santos,Reyes,Garcia,Ramos,Flores,Gonzales,Lopez,Rivera,Torres,Fernandez,de Leon,Castro,Perez,Santiago,Domingo,Mercado,Navarro,Pascual,Aguilar,Soriano,Dizon,Valdez,Lim,Pangilinan',
    ),
  },
  {
    country: 'NG',
    given: list(
      'Chioma,Obinna,Ifeoma,Ikenna,Nkechi,Chidi,Adaeze,Uchenna,Blessing,Femi,Bukola,Kehinde,Taiwo,Segun,Funmilayo,Olumide,Titilayo,Kunle,Abiodun,Sani,Zainab,Usman,Fatima,Umar,Halima,Aminu,Emmanuel,Patience',
    ),
    family: list(
      'Mohammed,Okeke,Okoro,Obi,Nwachukwu,Okoye,Chukwu,Onuoha,Igwe,Ibe,Adeleke,Oladipo,Akinola,Ajayi,Olawale,Afolabi,Oyewole,Salami,Ojo,Suleiman,Aliyu,Garba,Yakubu,Shehu,Idris,Effiong,Bassey,Adamu',
    ),
  },
  {
    country: 'KE',
    given: list(
      'John,Mary,Peter,Grace,Joseph,Faith,Daniel,Mercy,Samuel,Wambui,Njeri,Wairimu,Kevin,Brian,Akinyi,Atieno,Dennis,Esther,Hassan,Fatuma,Juma,Nafula,Stephen,Joyce',
    ),
    family: list(
      'Maina,Njuguna,Macharia,Karanja,Mburu,Gitau,Onyango,Omondi,Owino,Ouma,Okoth,Wanyama,Barasa,Simiyu,Cheruiyot,Rotich,Koech,Langat,Mutiso,Musyoka,Kioko,Mohamed,Waweru,Kibet,Chege',
    ),
  },
  {
    country: 'ET',
    given: list(
      'Dawit|ዳዊት,Meseret|መሰረት,Solomon|ሰለሞን,Hiwot|ሕይወት,Yonas|ዮናስ,Selamawit|ሰላማዊት,Mulugeta|ሙሉጌታ,Bethlehem|ቤተልሔም,Berhanu|ብርሃኑ,Genet|ገነት,Yohannes|ዮሐንስ,Aster|አስቴር,Daniel|ዳንኤል,Mekdes|መቅደስ,Samuel|ሳሙኤል,Rahel|ራሔል,Henok|ሄኖክ,Zewditu|ዘውዲቱ,Tewodros|ቴዎድሮስ,Kidist|ቅድስት',
    ),
    family: list(
      'Mekonnen|መኮንን,Assefa|አሰፋ,Desta|ደስታ,Wolde|ወልዴ,Negash|ነጋሽ,Worku|ወርቁ,Mengistu|መንግስቱ,Ayele|አየለ,Teshome|ተሾመ,Gebre|ገብሬ,Lemma|ለማ,Demissie|ደምሴ,Shiferaw|ሽፈራው,Tilahun|ጥላሁን,Hailu|ኃይሉ,Asfaw|አስፋው,Zewde|ዘውዴ,Belay|በላይ,Tefera|ተፈራ,Abera|አበራ,Mamo|ማሞ,Tsegaye|ፀጋዬ,Ahmed|አህመድ',
    ),
  },
  {
    country: 'IL',
    given: list(
      'David|דוד,Rachel|רחל,Yaakov|יעקב,Miriam|מרים,Itai|איתי,Michal|מיכל,Daniel|דניאל,Esther|אסתר,Shlomo|שלמה,Sarah|שרה,Uri|אורי,Adi|עדי,Yitzhak|יצחק,Hannah|חנה,Haim|חיים,Maya|מאיה,Ariel|אריאל,Rivka|רבקה,Ronen|רונן,Orly|אורלי,Omer|עומר,Liat|ליאת,Shimon|שמעון,Efrat|אפרת',
    ),
    family: list(
      'Dahan|דהן,Malka|מלכה,Gabay|גבאי,Hadad|חדד,Amar|עמר,Ohayon|אוחיון,Vaknin|וקנין,Segal|סגל,Shapira|שפירא,Klein|קליין,Goldberg|גולדברג,Ashkenazi|אשכנזי,Sasson|ששון,Weiss|וייס,Schwartz|שוורץ,Rosenberg|רוזנברג,Edri|אדרי,Golan|גולן,Shalom|שלום,Kaplan|קפלן,Amsalem|אמסלם,Elbaz|אלבז,Harari|הררי,Zohar|זוהר',
    ),
  },
  {
    country: 'GE',
    given: list(
      'Zurab|ზურაბ,Mariam|მარიამ,Nika|ნიკა,Ana|ანა,Irakli|ირაკლი,Natia|ნათია,Luka|ლუკა,Nana|ნანა,Lasha|ლაშა,Maia|მაია,Temur|თემურ,Ekaterine|ეკატერინე,Vakhtang|ვახტანგ,Salome|სალომე,Gocha|გოჩა,Manana|მანანა,Mamuka|მამუკა,Lela|ლელა,Avtandil|ავთანდილ,Khatuna|ხათუნა,Nugzar|ნუგზარ,Sopio|სოფიო',
    ),
    family: list(
      'Giorgadze|გიორგაძე,Mchedlishvili|მჭედლიშვილი,Khutsishvili|ხუციშვილი,Gogoladze|გოგოლაძე,Japaridze|ჯაფარიძე,Tabatadze|ტაბატაძე,Chikovani|ჩიქოვანი,Dolidze|დოლიძე,Abashidze|აბაშიძე,Kiknadze|კიკნაძე,Bolkvadze|ბოლქვაძე,Shengelia|შენგელია,Mamaladze|მამალაძე,Nozadze|ნოზაძე,Tsereteli|წერეთელი,Jikia|ჯიქია,Gogichaishvili|გოგიჩაიშვილი,Bakradze|ბაქრაძე,Turmanidze|თურმანიძე,Shonia|შონია,Kakabadze|კაკაბაძე,Diasamidze|დიასამიძე',
    ),
  },
  {
    country: 'AM',
    given: list(
      'Davit|Դավիթ,Ani|Անի,Narek|Նարեկ,Anna|Աննա,Arman|Արման,Hasmik|Հասմիկ,Gor|Գոռ,Gayane|Գայանե,Aram|Արամ,Armine|Արմինե,Karen|Կարեն,Nare|Նարե,Ashot|Աշոտ,Hripsime|Հռիփսիմե,Gevorg|Գևորգ,Marine|Մարինե,Samvel|Սամվել,Astghik|Աստղիկ,Artur|Արթուր,Ruzanna|Ռուզաննա,Suren|Սուրեն,Karine|Կարինե',
    ),
    family: list(
      'Harutyunyan|Հարությունյան,Hovhannisyan|Հովհաննիսյան,Khachatryan|Խաչատրյան,Gevorgyan|Գևորգյան,Poghosyan|Պողոսյան,Mkrtchyan|Մկրտչյան,Avetisyan|Ավետիսյան,Ghazaryan|Ղազարյան,Stepanyan|Ստեփանյան,Martirosyan|Մարտիրոսյան,Simonyan|Սիմոնյան,Danielyan|Դանիելյան,Manukyan|Մանուկյան,Margaryan|Մարգարյան,Galstyan|Գալստյան,Muradyan|Մուրադյան,Davtyan|Դավթյան,Melkonyan|Մելքոնյան,Asatryan|Ասատրյան,Babayan|Բաբայան,Minasyan|Մինասյան,Abrahamyan|Աբրահամյան',
    ),
  },
  {
    country: 'KZ',
    given: list(
      'Marat|Марат,Serik|Серік,Daulet|Дәулет,Askar|Асқар,Kairat|Қайрат,Talgat|Талғат,Arman|Арман,Ruslan|Руслан,Daniyar|Данияр,Azamat|Азамат,Berik|Берік,Timur|Тимур,Sanzhar|Санжар,Alibek|Әлібек,Zhandos|Жандос,Murat|Мұрат,Kanat|Қанат,Almas|Алмас',
    ),
    family: list(
      'Ospanov|Оспанов,Abdrakhmanov|Әбдірахманов,Iskakov|Ысқақов,Suleimenov|Сүлейменов,Abenov|Әбенов,Sadykov|Садықов,Nurgaliyev|Нұрғалиев,Zhaksybekov|Жақсыбеков,Utegenov|Өтегенов,Kassymov|Қасымов,Beisenov|Бейсенов,Ramazanov|Рамазанов,Kusainov|Құсайынов,Mukanov|Мұқанов,Ibrayev|Ибраев,Sultanov|Сұлтанов,Nurpeisov|Нұрпейісов,Zhunusov|Жүнісов,Smagulov|Смағұлов,Aubakirov|Әубәкіров',
    ),
  },
  {
    country: 'KZ',
    given: list(
      'Gulnara|Гүлнара,Zhanar|Жанар,Aizhan|Айжан,Aliya|Әлия,Asel|Әсел,Gulmira|Гүлмира,Madina|Мадина,Aida|Аида,Botagoz|Ботагөз,Raushan|Раушан,Zarina|Зарина,Kamila|Камила,Karlygash|Қарлығаш,Symbat|Сымбат,Zhanna|Жанна,Lyazzat|Ләззат,Ainur|Айнұр,Aruzhan|Аружан',
    ),
    family: list(
      'Ospanova|Оспанова,Abdrakhmanova|Әбдірахманова,Iskakova|Ысқақова,Suleimenova|Сүлейменова,Abenova|Әбенова,Sadykova|Садықова,Nurgaliyeva|Нұрғалиева,Zhaksybekova|Жақсыбекова,Utegenova|Өтегенова,Kassymova|Қасымова,Beisenova|Бейсенова,Ramazanova|Рамазанова,Kusainova|Құсайынова,Mukanova|Мұқанова,Ibrayeva|Ибраева,Sultanova|Сұлтанова,Nurpeisova|Нұрпейісова,Zhunusova|Жүнісова,Smagulova|Смағұлова,Aubakirova|Әубәкірова',
    ),
  },
  {
    country: 'ZA',
    given: list(
      'Thabo,Nomsa,Sipho,Thandiwe,Bongani,Lerato,Johannes,Zanele,Mandla,Palesa,Pieter,Elsabe,Tshepo,Nthabiseng,Hendrik,Sibusiso,Nokuthula,Themba,Precious,Gert,Marietjie,Kagiso,Ayanda,Annelise',
    ),
    family: list(
      'Nkosi,Dlamini,Ndlovu,Khumalo,Mokoena,Botha,van der Merwe,Naidoo,Mthembu,Sithole,Mahlangu,Pretorius,Molefe,Zulu,Govender,Nel,Venter,Mkhize,Maseko,Pillay,du Plessis,Coetzee,Radebe,Modise,Jacobs,Fourie',
    ),
  },
  {
    country: 'MY',
    given: list(
      'Ahmad,Nurul,Azman,Siti Aminah,Hafiz,Aisyah,Faizal,Norhayati,Zulkifli,Rohana,Amirul,Farah,Syafiq,Zaleha,Kamarul,Noraini,Shahrul,Rosnah,Hakim,Suhaila',
    ),
    family: list(
      'Ismail,Abdullah,Hassan,Ibrahim,Othman,Rahman,Yusof,Ali,Osman,Hashim,Mohamad,Aziz,Hamid,Salleh,Zakaria,Omar,Ramli,Jaafar,Yaacob,Mansor,Sulaiman,Idris',
    ),
  },
  {
    country: 'MY',
    familyFirst: true,
    given: list(
      'Wei Ming,Mei Ling,Chee Keong,Siew Lan,Kok Wah,Hui Ying,Boon Hock,Li Ting,Chin Seng,Pei Shan,Yew Meng,Swee Lian,Jia Hao,Sook Yee,Kian Huat,Ai Ling',
    ),
    family: list('Tan,Lim,Lee,Wong,Ng,Ong,Chong,Teoh,Goh,Yap,Low,Chan,Khoo,Cheah,Ooi,Liew'),
  },
  {
    country: 'SG',
    familyFirst: true,
    given: list(
      'Wei Jie,Hui Min,Jun Hao,Xin Yi,Kok Leong,Siew Hoon,Boon Kiat,Mei Fong,Zhi Wei,Li Hua,Teck Seng,Yi Ling,Chee Wai,Bee Geok,Kai Xuan,Jia Hui,Eng Huat,Lay Kheng',
    ),
    family: list('Tan,Lim,Lee,Ng,Ong,Wong,Goh,Chua,Chan,Koh,Teo,Ang,Yeo,Tay,Ho,Low,Sim,Toh,Chong,Seah,Foo,Quek'),
  },
  {
    country: 'LK',
    given: list(
      'Nimal,Kumari,Sunil,Chandrika,Ruwan,Dilini,Kasun,Nadeesha,Chaminda,Sanduni,Saman,Priyanka,Lakmal,Malini,Nuwan,Ishara,Asanka,Thilini,Tharindu,Shanthi,Upul,Anoma',
    ),
    family: list(
      'Perera,Fernando,de Silva,Bandara,Jayawardena,Dissanayake,Herath,Gunawardena,Rathnayake,Wickramasinghe,Senanayake,Karunaratne,Ekanayake,Weerasinghe,Mendis,Jayasinghe,Gamage,Samarasinghe,Liyanage,Abeysekera,Peiris,Wijesinghe,Ranasinghe',
    ),
  },
  {
    country: 'AU',
    given: list(
      'Jack,Charlotte,William,Matilda,Joshua,Emily,Lachlan,Georgia,Bradley,Kylie,Craig,Narelle,Brett,Sharon,Shane,Leanne,Darren,Tracey,Angus,Imogen,Cooper,Tahlia,Wayne,Cheryl',
    ),
    family: list(
      "Smith,Jones,Williams,Brown,Wilson,Taylor,Nguyen,Johnson,Martin,White,Anderson,Walker,Thompson,Ryan,Robinson,Kelly,King,Campbell,Singh,Harris,Mitchell,Murray,McDonald,O'Brien",
    ),
  },
  {
    country: 'CA',
    given: list(
      'Liam,Emma,Noah,Olivia,Logan,Abigail,Ethan,Hannah,Gordon,Heather,Kenneth,Shannon,Bruce,Lorraine,Marc-André,Geneviève,Mathieu,Julie,Douglas,Tara,Benoît,Josée,Ian,Kathleen',
    ),
    family: list(
      'Tremblay,Gagnon,Roy,MacDonald,Smith,Brown,Côté,Bouchard,Campbell,Wilson,Gauthier,Morin,Fraser,Lavoie,Stewart,Bélanger,Thompson,Fortin,Pelletier,Reid,Li,Singh,Ross,Gagné',
    ),
  },
  {
    country: 'AR',
    given: list(
      'Juan Pablo,María Belén,Martín,Florencia,Matías,Carolina,Facundo,Rocío,Gonzalo,Micaela,Diego,Silvina,Hernán,Mariela,Nicolás,Sofía,Ezequiel,Julieta,Guillermo,Graciela,Leandro,Valeria',
    ),
    family: list(
      'González,Rodríguez,Fernández,Gómez,López,Díaz,Martínez,Pérez,Romero,Sosa,Acosta,Benítez,Medina,Suárez,Herrera,Aguirre,Giménez,Pereyra,Ledesma,Ferreyra,Rossi,Bianchi,Godoy,Peralta,Luna,Quiroga',
    ),
  },
  {
    country: 'CL',
    given: list(
      'Camila,Sebastián,Francisca,Cristián,Constanza,Rodrigo,Javiera,Felipe,Catalina,Patricio,Daniela,Claudio,Macarena,Marcelo,Paulina,Hernán,Ximena,Mauricio,Lorena,Ignacio',
    ),
    family: list(
      'González Muñoz,Rojas Díaz,Pérez Soto,Contreras Silva,Martínez Sepúlveda,Morales Rodríguez,López Fuentes,Hernández Torres,Araya Flores,Espinoza Valenzuela,Castillo Tapia,Reyes Gutiérrez,Castro Pizarro,Álvarez Vásquez,Sánchez Fernández,Ramírez Carrasco,Cortés Núñez,Vergara Riquelme,Figueroa Miranda,Bravo Vera,Molina Sandoval,Vega Campos',
    ),
  },
  {
    country: 'CO',
    given: list(
      'Andrés Felipe,Luz Marina,Juan David,Diana Carolina,Jhon Jairo,Ana María,Carlos Andrés,Sandra Milena,Luis Eduardo,Claudia Patricia,Óscar Iván,Leidy Johana,Jaime,Gloria,Hernando,Martha Lucía,Camilo,Paola Andrea,Germán,Adriana Marcela',
    ),
    family: list(
      'Rodríguez Gómez,González Vargas,Martínez Rojas,García Moreno,López Castro,Hernández Ortiz,Sánchez Gutiérrez,Pérez Suárez,Ramírez Jiménez,Díaz Valencia,Torres Muñoz,Rincón Parra,Restrepo Mejía,Ospina Giraldo,Cárdenas Mora,Quintero Arias,Osorio Zapata,Castaño Londoño,Herrera Beltrán,Mosquera Palacios,Córdoba Murillo,Salazar Henao',
    ),
  },
  {
    country: 'PE',
    given: list(
      'José Luis,Rosa,Luis Alberto,María Elena,Carlos,Juana,Víctor,Milagros,Jorge Luis,Carmen,Segundo,Flor,César,Yolanda,Percy,Nancy,Walter,Elizabeth,Wilmer,Maritza,Edwin,Rocío,Julio,Gladys',
    ),
    family: list(
      'Quispe Mamani,Flores Huamán,Sánchez Rojas,García Vásquez,Rodríguez Torres,Chávez Ramos,Ramírez López,Gonzales Mendoza,Condori Apaza,Espinoza Castillo,Díaz Cruz,Vargas Gutiérrez,Huanca Choque,Fernández Ruiz,Salazar Medina,Castro Romero,Silva Paredes,Cárdenas Palomino,Reyes Aguilar,Cáceres Valdivia,Pérez Guevara,Vega Córdova',
    ),
  },
  {
    country: 'PT',
    given: list('João,Maria,José,Ana,António,Margarida,Rui,Inês,Nuno,Teresa,Tiago,Catarina,Miguel,Sofia,Luís,Helena,Paulo,Rita,Ricardo,Sónia,Gonçalo,Joana'),
    family: list(
      'Silva,Santos,Ferreira,Pereira,Oliveira,Costa,Rodrigues,Martins,Jesus,Sousa,Fernandes,Gonçalves,Gomes,Lopes,Marques,Alves,Almeida,Ribeiro,Pinto,Carvalho,Teixeira,Moreira,Correia,Mendes,Nunes',
    ),
  },
  {
    country: 'BE',
    given: list(
      'Luc,Nathalie,Bart,Els,Dirk,Kristel,Jean-Marc,Martine,Koen,Griet,Olivier,Véronique,Wim,Ilse,Pascal,Chantal,Kevin,Lien,Benoît,Anne,Geert,Hilde,Tom,Joke',
    ),
    family: list(
      'Peeters,Janssens,Maes,Jacobs,Mertens,Willems,Claes,Goossens,Wouters,De Smet,Dubois,Lambert,Dupont,Vermeulen,Hermans,Pauwels,Aerts,Hendrickx,Lemmens,Michiels,De Clercq,Leroy,Martens,Van Damme',
    ),
  },
  {
    country: 'CH',
    given: list(
      'Hans,Ruth,Urs,Daniela,Beat,Regula,Reto,Brigitte,Daniel,Sandra,Marcel,Ursula,Bruno,Claudia,Christian,Monika,Pascal,Nicole,Laurent,Isabelle,Fabian,Silvia,Roland,Corinne',
    ),
    family: list(
      'Müller,Meier,Schmid,Keller,Weber,Huber,Schneider,Meyer,Steiner,Fischer,Baumann,Gerber,Brunner,Frei,Zimmermann,Moser,Widmer,Wyss,Graf,Roth,Favre,Rochat,Bernasconi,Suter',
    ),
  },
  {
    country: 'AT',
    given: list(
      'Franz,Maria,Johann,Elisabeth,Josef,Christine,Karl,Eva,Alexander,Sabine,Manfred,Gertrude,Gerhard,Michaela,Lukas,Anna,Bernhard,Manuela,Helmut,Ingrid,Markus,Verena,Herbert,Theresa',
    ),
    family: list(
      'Gruber,Huber,Bauer,Wagner,Müller,Pichler,Steiner,Moser,Mayer,Hofer,Leitner,Berger,Fuchs,Eder,Fischer,Schmid,Winkler,Weber,Schwarz,Maier,Reiter,Lechner,Egger,Haas',
    ),
  },
  {
    country: 'DK',
    given: list(
      'Peter,Anne,Jens,Kirsten,Lars,Mette,Michael,Hanne,Henrik,Helle,Søren,Susanne,Niels,Lone,Martin,Marianne,Christian,Camilla,Rasmus,Louise,Mads,Pernille',
    ),
    family: list(
      'Nielsen,Jensen,Hansen,Pedersen,Andersen,Christensen,Larsen,Sørensen,Rasmussen,Jørgensen,Petersen,Madsen,Kristensen,Olsen,Thomsen,Christiansen,Poulsen,Johansen,Møller,Mortensen,Knudsen,Holm,Lund,Jakobsen',
    ),
  },
  {
    country: 'NO',
    given: list('Jan,Anne,Per,Inger,Bjørn,Kari,Ole,Marit,Lars,Liv,Kjell,Berit,Arne,Randi,Knut,Solveig,Svein,Hilde,Terje,Silje,Øyvind,Ida,Magnus,Nina'),
    family: list(
      'Hansen,Johansen,Olsen,Larsen,Andersen,Pedersen,Nilsen,Kristiansen,Jensen,Karlsen,Johnsen,Pettersen,Eriksen,Berg,Haugen,Hagen,Johannessen,Andreassen,Jacobsen,Dahl,Jørgensen,Halvorsen,Henriksen,Lund,Moen,Solberg',
    ),
  },
  {
    country: 'BG',
    given: list(
      'Georgi|Георги,Ivan|Иван,Dimitar|Димитър,Nikolay|Николай,Petar|Петър,Hristo|Христо,Todor|Тодор,Stefan|Стефан,Yordan|Йордан,Vasil|Васил,Aleksandar|Александър,Plamen|Пламен,Krasimir|Красимир,Kiril|Кирил,Atanas|Атанас,Martin|Мартин,Stoyan|Стоян,Angel|Ангел',
    ),
    family: list(
      'Ivanov|Иванов,Georgiev|Георгиев,Dimitrov|Димитров,Petrov|Петров,Nikolov|Николов,Hristov|Христов,Stoyanov|Стоянов,Todorov|Тодоров,Iliev|Илиев,Vasilev|Василев,Atanasov|Атанасов,Angelov|Ангелов,Petkov|Петков,Yordanov|Йорданов,Marinov|Маринов,Popov|Попов,Kolev|Колев,Mihaylov|Михайлов,Kostov|Костов,Stefanov|Стефанов,Dimov|Димов,Mladenov|Младенов',
    ),
  },
  {
    country: 'BG',
    given: list(
      'Maria|Мария,Ivanka|Иванка,Elena|Елена,Yordanka|Йорданка,Penka|Пенка,Rositsa|Росица,Daniela|Даниела,Violeta|Виолета,Desislava|Десислава,Gergana|Гергана,Viktoria|Виктория,Radka|Радка,Petya|Петя,Emilia|Емилия,Snezhana|Снежана,Tsvetelina|Цветелина,Stefka|Стефка,Galina|Галина',
    ),
    family: list(
      'Ivanova|Иванова,Georgieva|Георгиева,Dimitrova|Димитрова,Petrova|Петрова,Nikolova|Николова,Hristova|Христова,Stoyanova|Стоянова,Todorova|Тодорова,Ilieva|Илиева,Vasileva|Василева,Atanasova|Атанасова,Angelova|Ангелова,Petkova|Петкова,Yordanova|Йорданова,Marinova|Маринова,Popova|Попова,Koleva|Колева,Mihaylova|Михайлова,Kostova|Костова,Stefanova|Стефанова,Dimova|Димова,Mladenova|Младенова',
    ),
  },
  {
    country: 'UZ',
    given: list('Alisher,Rustam,Jasur,Bobur,Sherzod,Aziz,Ulugbek,Otabek,Farrukh,Dilshod,Bekzod,Sardor,Akmal,Jahongir,Nodir,Shukhrat,Ravshan,Bakhtiyor'),
    family: list(
      'Karimov,Rakhimov,Yusupov,Abdullaev,Ismoilov,Tursunov,Kholmatov,Saidov,Umarov,Ergashev,Mirzaev,Usmonov,Nazarov,Sobirov,Khamidov,Rashidov,Kodirov,Juraev,Toshmatov,Normatov,Alimov,Ruziev',
    ),
  },
  {
    country: 'UZ',
    given: list('Dilnoza,Gulnora,Nigora,Malika,Shahnoza,Zulfiya,Feruza,Nargiza,Sevara,Dildora,Mavluda,Barno,Kamola,Saodat,Munira,Lola,Umida,Zebo'),
    family: list(
      'Karimova,Rakhimova,Yusupova,Abdullaeva,Ismoilova,Tursunova,Kholmatova,Saidova,Umarova,Ergasheva,Mirzaeva,Usmonova,Nazarova,Sobirova,Khamidova,Rashidova,Kodirova,Juraeva,Toshmatova,Normatova,Alimova,Ruzieva',
    ),
  },
  {
    country: 'DZ',
    given: list(
      'Mohamed,Fatima,Karim,Amina,Abdelkader,Nassima,Sofiane,Kheira,Mourad,Samia,Farid,Djamila,Riad,Houria,Nabil,Souad,Kamel,Fatiha,Bilal,Yasmina,Lakhdar,Zohra,Amine,Sabrina',
    ),
    family: list(
      'Saidi,Brahimi,Belkacem,Benali,Mansouri,Hamdi,Bouzid,Haddad,Cherif,Rahmani,Ziani,Meziane,Khelifi,Slimani,Belhadj,Amrani,Kaci,Mebarki,Hadjadj,Yahiaoui,Larbi,Benaissa,Toumi,Messaoudi,Zerrouki',
    ),
  },
  {
    country: 'TN',
    given: list('Mohamed,Amel,Sami,Olfa,Walid,Ines,Hichem,Rim,Anis,Mouna,Nizar,Hela,Moncef,Leila,Habib,Sonia,Hatem,Wafa,Slim,Emna,Lotfi,Najoua,Zied,Asma'),
    family: list(
      'Trabelsi,Hammami,Gharbi,Jaziri,Mejri,Ayari,Bouazizi,Chebbi,Dridi,Jebali,Ben Salah,Khemiri,Riahi,Mabrouk,Ben Amor,Zouari,Sassi,Guesmi,Ferchichi,Baccouche,Karoui,Chaabane,Mansour,Ben Youssef',
    ),
  },
  {
    country: 'JO',
    given: list(
      'Omar,Hala,Ahmad,Dana,Khaled,Rana,Laith,Lina,Tareq,Samar,Zaid,Rula,Mohammad,Suha,Ibrahim,Dima,Hamzeh,Abeer,Fadi,Nisreen,Amjad,Haneen,Mutaz,Ruba,Yazan,Farah',
    ),
    family: list(
      'Al-Khatib,Haddad,Al-Masri,Obeidat,Al-Zoubi,Khoury,Qasem,Al-Majali,Al-Omari,Bani Hani,Al-Rawashdeh,Al-Tarawneh,Al-Momani,Al-Abbadi,Shawabkeh,Khasawneh,Nassar,Al-Qudah,Al-Hourani,Abu Zaid,Najjar,Saleh,Odeh,Hijazi,Al-Bataineh,Al-Shboul',
    ),
  },
]
