/**
 * Given names and family names that are frequent in many countries, written down by us from general knowledge, for names of
 * innocent people. A name with a bar has its Latin form before it and its own script behind it.
 */

export type NameTable = {
  country: string
  /** Family name before the given name in the country's own script. */
  familyFirst?: true
  /** What joins the names in the country's own script. */
  join?: string
  given: readonly string[]
  family: readonly string[]
}

const list = (text: string): string[] => text.split(',').map((name) => name.trim())

/** A country has two tables where family names of men and women differ. */
export const COMMON_NAMES: readonly NameTable[] = [
  {
    country: 'US',
    given: list(
      'James,Mary,Robert,Patricia,John,Jennifer,Michael,Linda,David,Elizabeth,William,Barbara,Richard,Susan,Joseph,Jessica,Thomas,Karen,Christopher,Sarah,Daniel,Nancy,Matthew,Emily,Kevin,Michelle,Brian,Amanda',
    ),
    family: list(
      'Smith,Johnson,Williams,Brown,Jones,Miller,Davis,Wilson,Anderson,Taylor,Moore,Jackson,Thompson,White,Harris,Clark,Lewis,Robinson,Walker,Hall,Allen,Wright,Baker,Campbell,Mitchell,Carter,Phillips,Parker',
    ),
  },
  {
    country: 'GB',
    given: list('Oliver,Amelia,George,Olivia,Harry,Isla,Jack,Poppy,Alfie,Grace,Henry,Freya,Edward,Charlotte,Simon,Fiona,Nigel,Gillian,Graham,Hazel'),
    family: list('Evans,Hughes,Edwards,Wood,Roberts,Green,Cooper,Ward,Turner,Hill,Bennett,Shaw,Murray,Foster,Ellis,Chapman,Webb,Palmer,Holmes,Fletcher'),
  },
  {
    country: 'IE',
    given: list('Sean,Aoife,Conor,Niamh,Patrick,Siobhan,Cian,Ciara,Liam,Roisin'),
    family: list("Murphy,Kelly,O'Sullivan,Walsh,O'Brien,Byrne,Ryan,O'Connor,O'Neill,Doyle,McCarthy,Gallagher"),
  },
  {
    country: 'DE',
    given: list('Lukas,Anna,Jonas,Lena,Felix,Julia,Maximilian,Katharina,Jürgen,Sabine,Günther,Monika,Stefan,Ursula,Björn,Heike,Karl-Heinz,Anneliese'),
    family: list(
      'Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Schröder,Neumann,Krüger,Vogel,Böhm',
    ),
  },
  {
    country: 'FR',
    given: list('Louis,Emma,Gabriel,Jade,Raphaël,Chloé,Arthur,Camille,Hugo,Manon,François,Hélène,Éric,Céline,Jean-Pierre,Marie-Claire'),
    family: list(
      'Martin,Bernard,Dubois,Durand,Moreau,Laurent,Lefèvre,Roux,Fournier,Girard,Bonnet,Lambert,Fontaine,Chevalier,Garnier,Rousseau,Blanchard,Guérin',
    ),
  },
  {
    country: 'IT',
    given: list('Francesco,Giulia,Alessandro,Chiara,Lorenzo,Martina,Matteo,Sofia,Andrea,Giorgia,Luca,Federica,Marco,Elena'),
    family: list('Rossi,Russo,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,Conti,De Luca,Costa,Mancini'),
  },
  {
    country: 'ES',
    given: list('Antonio,María,Manuel,Carmen,José,Ana,Francisco,Isabel,Javier,Lucía,Sergio,Marta,Álvaro,Paula,Ignacio,Rocío'),
    family: list(
      'García López,Fernández Ruiz,González Torres,Rodríguez Gil,Martínez Soler,Sánchez Vega,Pérez Molina,Gómez Serrano,Moreno Blanco,Jiménez Ortega,Romero Castro,Navarro Rubio',
    ),
  },
  {
    country: 'MX',
    given: list('Juan Carlos,Guadalupe,José Luis,Verónica,Miguel Ángel,Alejandra,Luis Fernando,Gabriela,Jorge,Leticia,Ricardo,Norma,Eduardo,Adriana'),
    family: list('Hernández,García,Martínez,López,González,Pérez,Rodríguez,Sánchez,Ramírez,Cruz,Flores,Gómez,Morales,Vázquez,Reyes,Jiménez'),
  },
  {
    country: 'BR',
    given: list('João,Ana Paula,Pedro,Juliana,Lucas,Fernanda,Gustavo,Mariana,Rafael,Camila,Thiago,Larissa,Felipe,Beatriz'),
    family: list('Silva,Santos,Oliveira,Souza,Rodrigues,Ferreira,Alves,Pereira,Lima,Gomes,Ribeiro,Carvalho,Almeida,Barbosa'),
  },
  {
    country: 'NL',
    given: list('Daan,Sanne,Sem,Lotte,Jeroen,Femke,Pieter,Marloes,Willem,Anouk'),
    family: list('de Jong,Jansen,de Vries,van den Berg,Bakker,Visser,Smit,Meijer,de Boer,Mulder,Dijkstra,van Leeuwen'),
  },
  {
    country: 'SE',
    given: list('Erik,Astrid,Lars,Ingrid,Anders,Karin,Åke,Märta,Johan,Linnéa'),
    family: list('Andersson,Johansson,Karlsson,Nilsson,Eriksson,Larsson,Olsson,Persson,Svensson,Gustafsson,Lindström,Sjöberg'),
  },
  {
    country: 'FI',
    given: list('Juhani,Aino,Mikko,Helmi,Antti,Päivi,Jari,Sari,Timo,Tuula'),
    family: list('Korhonen,Virtanen,Mäkinen,Nieminen,Mäkelä,Hämäläinen,Laine,Heikkinen,Koskinen,Järvinen'),
  },
  {
    country: 'PL',
    given: list('Piotr,Krzysztof,Andrzej,Tomasz,Paweł,Grzegorz'),
    family: list('Nowak,Kowalski,Wiśniewski,Wójcik,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski,Mazur'),
  },
  {
    country: 'PL',
    given: list('Agnieszka,Małgorzata,Katarzyna,Magdalena,Joanna,Elżbieta'),
    family: list('Nowak,Kowalska,Wiśniewska,Wójcik,Kamińska,Lewandowska,Zielińska,Szymańska,Woźniak,Dąbrowska,Kozłowska,Mazur'),
  },
  {
    country: 'CZ',
    given: list('Jiří,Pavel,Tomáš,Zdeněk,Ondřej'),
    family: list('Novák,Svoboda,Novotný,Dvořák,Černý,Procházka,Kučera,Veselý,Horák,Němec'),
  },
  {
    country: 'CZ',
    given: list('Jana,Eva,Hana,Věra,Lucie'),
    family: list('Nováková,Svobodová,Novotná,Dvořáková,Černá,Procházková,Kučerová,Veselá,Horáková,Němcová'),
  },
  {
    country: 'HU',
    given: list('László,Katalin,Zoltán,Erzsébet,Gábor,Ildikó,Ferenc,Zsuzsanna,Balázs,Ágnes'),
    family: list('Nagy,Kovács,Tóth,Szabó,Horváth,Varga,Kiss,Molnár,Németh,Farkas'),
  },
  {
    country: 'RO',
    given: list('Andrei,Ioana,Mihai,Elena,Ștefan,Mădălina,Gheorghe,Cristina,Vasile,Roxana'),
    family: list('Popescu,Ionescu,Popa,Radu,Dumitru,Stan,Stoica,Gheorghiu,Matei,Ciobanu'),
  },
  {
    country: 'GR',
    given: list('Georgios|Γεώργιος,Ioannis|Ιωάννης,Konstantinos|Κωνσταντίνος,Nikolaos|Νικόλαος'),
    family: list(
      'Papadopoulos|Παπαδόπουλος,Vlachos|Βλάχος,Angelopoulos|Αγγελόπουλος,Nikolaidis|Νικολαΐδης,Georgiou|Γεωργίου,Petridis|Πετρίδης,Dimitriou|Δημητρίου,Makris|Μακρής',
    ),
  },
  {
    country: 'GR',
    given: list('Maria|Μαρία,Eleni|Ελένη,Aikaterini|Αικατερίνη,Vasiliki|Βασιλική'),
    family: list(
      'Papadopoulou|Παπαδοπούλου,Vlachou|Βλάχου,Angelopoulou|Αγγελοπούλου,Nikolaidou|Νικολαΐδου,Georgiou|Γεωργίου,Petridou|Πετρίδου,Dimitriou|Δημητρίου,Makri|Μακρή',
    ),
  },
  {
    country: 'RU',
    given: list('Alexander|Александр,Sergey|Сергей,Dmitry|Дмитрий,Andrey|Андрей,Alexey|Алексей,Maxim|Максим,Ilya|Илья,Pavel|Павел'),
    family: list(
      'Smirnov|Смирнов,Kuznetsov|Кузнецов,Popov|Попов,Vasiliev|Васильев,Petrov|Петров,Sokolov|Соколов,Mikhailov|Михайлов,Fedorov|Фёдоров,Morozov|Морозов,Volkov|Волков,Lebedev|Лебедев,Semenov|Семёнов,Egorov|Егоров,Pavlov|Павлов,Kozlov|Козлов,Stepanov|Степанов,Nikolaev|Николаев,Orlov|Орлов',
    ),
  },
  {
    country: 'RU',
    given: list('Elena|Елена,Olga|Ольга,Tatyana|Татьяна,Natalia|Наталья,Irina|Ирина,Svetlana|Светлана,Anastasia|Анастасия,Ksenia|Ксения'),
    family: list(
      'Smirnova|Смирнова,Kuznetsova|Кузнецова,Popova|Попова,Vasilieva|Васильева,Petrova|Петрова,Sokolova|Соколова,Mikhailova|Михайлова,Fedorova|Фёдорова,Morozova|Морозова,Volkova|Волкова,Lebedeva|Лебедева,Semenova|Семёнова,Egorova|Егорова,Pavlova|Павлова,Kozlova|Козлова,Stepanova|Степанова,Nikolaeva|Николаева,Orlova|Орлова',
    ),
  },
  {
    country: 'UA',
    given: list(
      'Oleksandr|Олександр,Oksana|Оксана,Andriy|Андрій,Iryna|Ірина,Mykola|Микола,Nataliya|Наталія,Serhiy|Сергій,Yuliya|Юлія,Volodymyr|Володимир,Halyna|Галина',
    ),
    family: list(
      'Melnyk|Мельник,Shevchenko|Шевченко,Bondarenko|Бондаренко,Kovalenko|Коваленко,Tkachenko|Ткаченко,Kravchenko|Кравченко,Oliynyk|Олійник,Lysenko|Лисенко,Polishchuk|Поліщук,Hrytsenko|Гриценко',
    ),
  },
  {
    country: 'RS',
    given: list('Nikola|Никола,Jelena|Јелена,Marko|Марко,Milica|Милица,Stefan|Стефан,Ana|Ана,Nemanja|Немања,Jovana|Јована'),
    family: list(
      'Jovanović|Јовановић,Petrović|Петровић,Nikolić|Николић,Marković|Марковић,Đorđević|Ђорђевић,Stojanović|Стојановић,Ilić|Илић,Kovačević|Ковачевић',
    ),
  },
  {
    country: 'TR',
    given: list('Mehmet,Ayşe,Mustafa,Fatma,Ahmet,Emine,Hüseyin,Hatice,İbrahim,Zeynep,Murat,Elif,Ömer,Gülşen'),
    family: list('Yılmaz,Kaya,Demir,Şahin,Çelik,Yıldız,Yıldırım,Öztürk,Aydın,Özdemir,Arslan,Doğan,Kılıç,Aslan'),
  },
  {
    country: 'EG',
    given: list('Mahmoud|محمود,Mona|منى,Ahmed|أحمد,Hoda|هدى,Mostafa|مصطفى,Dina|دينا,Karim|كريم,Yasmin|ياسمين,Tamer|تامر,Nagwa|نجوى,Sherif|شريف,Rania|رانيا'),
    family: list(
      'El-Sayed|السيد,Fathy|فتحي,Shawky|شوقي,Abdelrahman|عبد الرحمن,Farouk|فاروق,Zaki|زكي,Naguib|نجيب,Mansour|منصور,Ramadan|رمضان,Selim|سليم,Ghoneim|غنيم,Barakat|بركات',
    ),
  },
  {
    country: 'SA',
    given: list('Abdullah|عبد الله,Nora|نورة,Khalid|خالد,Sara|سارة,Faisal|فيصل,Reem|ريم,Turki|تركي,Hessa|حصة,Bandar|بندر,Latifa|لطيفة'),
    family: list(
      'Al-Ghamdi|الغامدي,Al-Qahtani|القحطاني,Al-Otaibi|العتيبي,Al-Zahrani|الزهراني,Al-Dosari|الدوسري,Al-Shehri|الشهري,Al-Harbi|الحربي,Al-Mutairi|المطيري,Al-Anazi|العنزي,Al-Subaie|السبيعي',
    ),
  },
  {
    country: 'MA',
    given: list('Youssef,Fatima Zahra,Hamza,Khadija,Mehdi,Salma,Rachid,Naima,Abdelilah,Imane'),
    family: list('Benjelloun,Alaoui,Bennani,El Idrissi,Tazi,Chraibi,Berrada,El Fassi,Lahlou,Ouazzani'),
  },
  {
    country: 'IR',
    given: list(
      'Mohammad Reza|محمدرضا,Maryam|مریم,Amir Hossein|امیرحسین,Zahra|زهرا,Farhad|فرهاد,Shirin|شیرین,Behzad|بهزاد,Leila|لیلا,Kourosh|کوروش,Nasrin|نسرین',
    ),
    family: list('Karimi|کریمی,Moradi|مرادی,Rahimi|رحیمی,Sadeghi|صادقی,Jafari|جعفری,Rostami|رستمی,Ebrahimi|ابراهیمی,Kazemi|کاظمی,Hashemi|هاشمی,Bagheri|باقری'),
  },
  {
    country: 'PK',
    given: list('Muhammad Usman,Ayesha,Bilal,Sana,Imran,Nadia,Zeeshan,Hina,Faisal,Rabia,Kamran,Bushra'),
    family: list('Khan,Malik,Butt,Chaudhry,Qureshi,Sheikh,Bhatti,Mirza,Raza,Siddiqui,Akhtar,Javed'),
  },
  {
    country: 'IN',
    given: list('Rahul,Priya,Amit,Anjali,Sanjay,Kavita,Rajesh,Sunita,Vijay,Deepika,Arun,Lakshmi,Suresh,Meena'),
    family: list('Sharma,Patel,Singh,Kumar,Gupta,Reddy,Iyer,Nair,Joshi,Desai,Mehta,Chatterjee,Rao,Verma'),
  },
  {
    country: 'BD',
    given: list('Rafiqul,Nasrin,Mizanur,Shahida,Anwar,Taslima,Jahangir,Farzana'),
    family: list('Islam,Rahman,Hossain,Ahmed,Chowdhury,Akter,Sarkar,Uddin'),
  },
  {
    country: 'CN',
    familyFirst: true,
    given: list(
      'Wei|伟,Fang|芳,Na|娜,Xiuying|秀英,Min|敏,Jing|静,Qiang|强,Lei|磊,Jun|军,Yang|洋,Yong|勇,Yan|艳,Jie|杰,Juan|娟,Tao|涛,Ming|明,Chao|超,Xiulan|秀兰,Xia|霞,Jianguo|建国,Zhiqiang|志强,Lihua|丽华,Haiyan|海燕,Xiaoming|晓明',
    ),
    family: list(
      'Wang|王,Li|李,Zhang|张,Liu|刘,Chen|陈,Yang|杨,Zhao|赵,Huang|黄,Zhou|周,Wu|吴,Xu|徐,Sun|孙,Hu|胡,Zhu|朱,Gao|高,Lin|林,He|何,Guo|郭,Ma|马,Luo|罗',
    ),
  },
  {
    country: 'TW',
    familyFirst: true,
    given: list('Chih-ming|志明,Shu-fen|淑芬,Chun-chieh|俊傑,Ya-ting|雅婷,Chia-hao|家豪,Mei-ling|美玲,Chien-hung|建宏,Yi-chun|怡君'),
    family: list('Chen|陳,Lin|林,Huang|黃,Chang|張,Tsai|蔡,Hsieh|謝,Hsu|許,Kuo|郭,Hung|洪,Cheng|鄭'),
  },
  {
    country: 'HK',
    familyFirst: true,
    given: list('Ka Ming|嘉明,Mei Yee|美儀,Chi Wai|志偉,Wing Yan|詠欣,Kwok Keung|國強,Siu Fong|小芳'),
    family: list('Chan|陳,Wong|黃,Leung|梁,Cheung|張,Lau|劉,Ng|吳,Yeung|楊,Tsang|曾'),
  },
  {
    country: 'JP',
    familyFirst: true,
    given: list('Hiroshi|浩,Yoko|陽子,Takashi|隆,Keiko|恵子,Kenji|健二,Yumi|由美,Daisuke|大輔,Sakura|さくら,Makoto|誠,Akiko|明子'),
    family: list('Sato|佐藤,Suzuki|鈴木,Takahashi|高橋,Tanaka|田中,Watanabe|渡辺,Ito|伊藤,Yamamoto|山本,Nakamura|中村,Kobayashi|小林,Kato|加藤'),
  },
  {
    country: 'KR',
    familyFirst: true,
    given: list('Min-jun|민준,Seo-yeon|서연,Ji-hoon|지훈,Soo-jin|수진,Hyun-woo|현우,Eun-ji|은지,Dong-hyun|동현,Mi-kyung|미경,Sung-min|성민,Young-hee|영희'),
    family: list('Kim|김,Lee|이,Park|박,Choi|최,Jung|정,Kang|강,Cho|조,Yoon|윤,Jang|장,Lim|임'),
  },
  {
    country: 'VN',
    familyFirst: true,
    given: list('Văn Hùng,Thị Lan,Minh Tuấn,Thị Hương,Quốc Anh,Thu Hà,Đức Thắng,Ngọc Mai,Hữu Nghĩa,Thanh Bình'),
    family: list('Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Đặng,Bùi,Đỗ'),
  },
  {
    country: 'TH',
    given: list('Somchai|สมชาย,Malee|มาลี,Prasert|ประเสริฐ,Siriporn|ศิริพร,Anan|อนันต์,Kanya|กัญญา,Wichai|วิชัย,Nittaya|นิตยา'),
    family: list('Saetang|แซ่ตั้ง,Srisuk|ศรีสุข,Thongdee|ทองดี,Chaiyasit|ไชยสิทธิ์,Wongsa|วงศ์ษา,Rattanakul|รัตนกุล,Suksawat|สุขสวัสดิ์,Boonmee|บุญมี'),
  },
  {
    country: 'ID',
    given: list('Budi,Siti,Agus,Dewi,Eko,Rina,Joko,Sri,Hendra,Wulan'),
    family: list('Santoso,Wijaya,Setiawan,Hidayat,Kurniawan,Lestari,Susanto,Nugroho,Rahayu,Saputra'),
  },
  {
    country: 'PH',
    given: list('Jose,Maria Cristina,Juanito,Rosario,Reynaldo,Marites,Danilo,Lourdes,Rodel,Jocelyn'),
    family: list('dela Cruz,Bautista,Villanueva,Mendoza,Aquino,Castillo,Ocampo,Tolentino,Salazar,Manalo'),
  },
  {
    country: 'NG',
    given: list('Chinedu,Ngozi,Oluwaseun,Folake,Emeka,Amaka,Tunde,Yetunde,Ibrahim,Aisha,Musa,Hauwa'),
    family: list('Okafor,Adeyemi,Okonkwo,Balogun,Eze,Adebayo,Nwosu,Ogunleye,Bello,Abubakar,Danjuma,Lawal'),
  },
  {
    country: 'KE',
    given: list('Kamau,Wanjiku,Otieno,Achieng,Kipchoge,Chebet,Mwangi,Nyambura'),
    family: list('Njoroge,Odhiambo,Kimani,Wafula,Korir,Mutua,Ochieng,Kariuki'),
  },
  {
    country: 'ET',
    given: list('Abebe|አበበ,Tigist|ትግስት,Tesfaye|ተስፋዬ,Hirut|ሂሩት,Getachew|ጌታቸው,Almaz|አልማዝ'),
    family: list('Bekele|በቀለ,Tadesse|ታደሰ,Kebede|ከበደ,Alemu|አለሙ,Haile|ኃይሌ,Girma|ግርማ'),
  },
  {
    country: 'IL',
    given: list('Moshe|משה,Tamar|תמר,Yosef|יוסף,Noa|נועה,Eitan|איתן,Shira|שירה,Avraham|אברהם,Yael|יעל'),
    family: list('Cohen|כהן,Levi|לוי,Mizrahi|מזרחי,Peretz|פרץ,Friedman|פרידמן,Katz|כץ,Biton|ביטון,Azoulay|אזולאי'),
  },
  {
    country: 'GE',
    given: list('Giorgi|გიორგი,Nino|ნინო,Davit|დავით,Tamar|თამარ,Levan|ლევან,Ketevan|ქეთევან'),
    family: list('Beridze|ბერიძე,Kapanadze|კაპანაძე,Gelashvili|გელაშვილი,Maisuradze|მაისურაძე,Lomidze|ლომიძე,Tsiklauri|წიკლაური'),
  },
  {
    country: 'AM',
    given: list('Armen|Արմեն,Anahit|Անահիտ,Tigran|Տիգրան,Mariam|Մարիամ,Hayk|Հայկ,Lusine|Լուսինե'),
    family: list('Sargsyan|Սարգսյան,Grigoryan|Գրիգորյան,Hakobyan|Հակոբյան,Petrosyan|Պետրոսյան,Karapetyan|Կարապետյան,Vardanyan|Վարդանյան'),
  },
  {
    country: 'KZ',
    given: list('Nurlan|Нұрлан,Yerlan|Ерлан,Bolat|Болат'),
    family: list('Akhmetov|Ахметов,Omarov|Омаров,Kaliyev|Қалиев,Serikbayev|Серікбаев,Zhumabayev|Жұмабаев,Tulegenov|Төлегенов'),
  },
  {
    country: 'KZ',
    given: list('Aigul|Айгүл,Dinara|Динара,Saule|Сәуле'),
    family: list('Akhmetova|Ахметова,Omarova|Омарова,Kaliyeva|Қалиева,Serikbayeva|Серікбаева,Zhumabayeva|Жұмабаева,Tulegenova|Төлегенова'),
  },
]

export const COUNTRIES: readonly string[] = [...new Set(COMMON_NAMES.map(({ country }) => country))]
