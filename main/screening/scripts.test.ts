/** Pairs across scripts and languages: one party, and others that only look like it. Names of people are made up. */
import { describe, expect, it } from 'vitest'
import { list, listed } from './fixtures.ts'
import { buildIndex, comparePair, screen } from './screen.ts'
import { THRESHOLD } from './settings.ts'

const score = (name1: string, name2: string, kind: string): number => comparePair(name1, name2, kind).score

describe('one person', () => {
  it.each([
    // Japanese names by their readings, long vowels and both systems of romanisation
    ['伊藤健二', 'Ito Kenji'],
    ['佐藤浩', 'Satoh Hirosi'],
    ['中村陽子', 'Nakamura Yōko'],
    ['伊藤さくら', 'Sakura Ito'],
    ['齋藤美穂', 'Miho Saito'],
    ['長谷川誠', 'HASEGAWA, Makoto'],
    ['Suzuki Syouzi', 'Suzuki Shoji'],
    // names of other countries, which have a dot in Chinese
    ['穆罕默德·哈桑·汗', 'Mohammad Hassan Khan'],
    ['奥列格·伊戈尔耶维奇·莫罗佐夫', 'Oleg Igorevich MOROZOV'],
    // Korean syllables that are words of other languages, and spellings of one syllable
    ['임현우', 'Lim Hyun-woo'],
    ['배원철', 'Won Chol PAE'],
    // Russian, Ukrainian and Belarusian forms, with the name of the father in each
    ['Микола Петренко', 'Nikolai Petrenko'],
    ['Сяргей Мікалаевіч Карпаў', 'Sergei Nikolaevich Karpov'],
    ['Олександр Володимирович Сидоренко', 'Alexander Vladimirovich Sidorenko'],
    ['Dzmitry Aliaksandravich Baravik', 'Dmitri Alexandrovich Baravik'],
    ['Андрей Алексеевич Равков', 'Andrei Aliakseevich Raukou'],
    ['Иван Петрович Ткачев', 'Ivan Piatrovich TKACHOU'],
    // a family name in the form of a father's name, and Belarusian spelling
    ['ПЕТКЕВИЧ Андрей Павлович', 'Andrei Petkevich'],
    ['Андрей Петкевич', 'Andrei Petkevich'],
    ['Uladzislau Siarheevich KASTSIUKAU', 'Владислав Сергеевич КОСТЮКОВ'],
    ['Сергій ГОРОБЕНКО', 'Serhii Horobenko'],
    ['Стоян Кърджилов', 'Stoyan Kardzhilov'],
    // a Latin letter in a Cyrillic word
    ['Мирон КАРЯКIН', 'Miron Karyakin'],
    // Arabic letters: one word and two, names of the faith, a name that is a word of a trade as well
    ['حمیدرضا شریفی', 'Hamidreza Sharifi'],
    ['حمید رضا شریفی', 'Hamidreza Sharifi'],
    ['عزالدين المصري', 'Ezzedine al-Masri'],
    ['بندر السبيعي', 'Bandar Al-Subaie'],
    ['إسحاق رحيم', 'Ishak Raheem'],
    ['Moammer Qadhafi', 'GADDAFI, Muammar'],
    ['معمر القذافي', 'Muammar al-Gaddafi'],
    ['سلطان جرجس البيطاري', 'Sultan al-Bitari'],
    ['عزیز الرحمان بهروز', 'Azizurrahman Behroz'],
    ['عبد العزيز البيطاري', 'Abdulaziz al-Bitari'],
    ['حاجى گلاب بهروز', 'Haji Gulab Behroz'],
    ['حجت الاسلام داریوش فرهمند', 'Hojjatoleslam Dariush Farahmand'],
    // a given name that is written together with the next one, a name of the faith in another spelling
    ['محمدبيطار', 'Muhammad Bitar'],
    ['جلال الدين البيطاري', 'JALLALOUDINE al-Bitari'],
    // "Abu Bakr" in all its spellings, "bu" and "bin" joined to the name behind them, the article as it is spoken
    ['أبو بكر بوعشرين', 'Boubekeur Bou Achrine'],
    ['توفيق بو عشرين', 'Taoufik Bouachrine'],
    ['فاطمة الزهراء بن زيدون', 'Fatima Zohra Benzidoun'],
    ['كمال الصديق حمادي', 'Kamal Essedik Hammadi'],
    ['الأخضر بورقعة', 'Lakhdar Bouregaa'],
    ['صالح قاسمي', 'Salah Gasmi'],
    ['عبد اللطيف الزموري', 'Abdellatif Zemmouri'],
    ['سعد الدين زموري', 'Saadeddine Zemmouri'],
    // letters that sound otherwise beside their neighbours: an alif that helps to speak two consonants, n before b, d before z, s as French writes it
    ['شیر محمد استانکزی', 'Sher Mohammad Stanekzai'],
    ['وليد شنبلاط', 'Walid Choumblatt'],
    ['محمد اسحاق آخوند زاده', 'Mohammad Eshaq Akhunzada'],
    ['منصف بن زيدون', 'Moncef Benzidoun'],
    ['حبیب اللہ احمدزئی', 'Habibullah Ahmadzai'],
    ['محمد رضا بیطاری', 'Mohammadreza Bitari'],
    ['عزیزالرحمن بیطاری', 'Azizurrahman Bitari'],
    ['صلاح عبد السلام', 'Salah Abdeslam'],
    ['بن عيسى بيطاري', 'Benaissa Bitari'],
    // an ending that is written apart, a name that begins as the article does, a letter of Turkish
    ['الهام بستان اف', 'Elham Bostanov'],
    ['چنگیز چلیک', 'Cengiz Celik'],
    // Kurdish letters
    ['کۆسرەت ڕەسوڵ', 'Kosrat Rasul'],
    // foreign names as French and English write them
    ['ريمون إدوار بيطاري', 'Raymond Edouard Bitari'],
    ['ريتشارد بيطاري', 'Richard Bitari'],
    ['مكسيم بيطاري', 'Maxim Bitari'],
    // two given names in one word, the article of the next name, and a name written from its end
    ['نورمحمد بیطاری', 'Noor Mohammad Bitari'],
    ['گل آغا میرحسین', 'Gul Agha Mir Hossein'],
    ['فضل الرحمن بيطاري', 'Fazlur Rehman Bitari'],
    ['آباد بستان مهدی', 'Mahdi Bostanabad'],
    // names between the first and the last that only the Latin writing has
    ['وحید بیطاری', 'Vahid Mohammad Naser BITARI'],
    ['موسى دوديني', 'Musa Muhammad Salim Dudini'],
    // Hebrew, Greek and Thai letters
    ['איתן פרץ', 'Eitan Peretz'],
    ['Κωνσταντίνος Παπαδόπουλος', 'Konstantinos Papadopoulos'],
    ['มาลี รัตนกุล', 'Malee Rattanakul'],
    ['ธนพร วีรานนท์', 'Dhanaporn Viranont'],
    ['Ντίνος Γκολέμης', 'Dinos Golemis'],
    ['Γιάννης Λαμπρίδης', 'Yannis Lambrides'],
    ['יעקב זילבר', 'Jacob Silber'],
    // the unwritten vowel in Devanagari and Bengali, syllables of Burmese, Armenian and Ethiopic vowels
    ['सुरेंद्र राजपूत', 'Surendra Rajput'],
    ['मनमोहन सिंह कपूर', 'Manmohan Singh Kapoor'],
    ['তানভীর চৌধুরী', 'Tanvir Chowdhury'],
    ['ဝင်းမြင့်ထွန်း', 'Win Myint Htun'],
    ['Հարություն Սուրենյան', 'Harutyun Surenyan'],
    ['ክፍሌ ገብረማርያም', 'Kifle Gebremariam'],
    ['정경택', 'Jong Kyong Thaek'],
  ])('%s: %s', (name1, name2) => {
    expect(score(name1, name2, 'person')).toBeGreaterThanOrEqual(THRESHOLD)
    expect(score(name2, name1, 'person')).toBeGreaterThanOrEqual(THRESHOLD)
  })
})

describe('another person', () => {
  it('is not found by a Chinese name read as the sound of a foreign one', () => {
    expect(score('麦克维尔', 'Makewell', 'person')).toBeLessThan(THRESHOLD)
  })

  it.each([
    ['محمدرضا رستمی', 'ROSTAMI, Mohammad Ali'],
    ['Сергей Витальевич Петренко', 'Sergei Vitalievich Kurchenko'],
    ['Musa Abubakar', 'BAKR, Abu Hassan'],
    ['موسى أبو بكر', 'BAKR, Abu Hassan'],
    ['محمد أسلم', 'Mohammad Salem'],
    ['نبيل شنبلاط', 'Walid Choumblatt'],
    ['نورمحمد بیطاری', 'Noor Ahmad Bitari'],
    ['ريمون بيطاري', 'Richard Bitari'],
    ['محمد رضا بیطاری', 'Mohammadali Bitari'],
    ['کۆسرەت ڕەسوڵ', 'Kosrat Rostam'],
    ['Rasul Amin Bitari', 'Ras Amin Dudini'],
    ['منصف بن زيدون', 'Moncef Bensalem'],
    ['伊藤健二', 'Ito Makoto'],
    ['齋藤美穂', 'Mika Saito'],
    // the same first and last name, of many people, and others between
    ['محمد حسين', 'Mohammad Quintar Salim Hossein'],
    ['林明', 'Lin Qiang'],
    ['Сяргей Мікалаевіч Карпаў', 'Sergei Nikolaevich Sidorov'],
    ['أحمد فاروق', 'Hamud Faruq'],
    ['יעל כץ', 'El Chess'],
    ['Chen Ya-ting', 'Chen Ting'],
    ['Kang Sung-min', 'Kang Min'],
    ['Chang Chien-hung', 'Wang Chin-sung'],
    ['Zhou Jun', 'Zhou Yun'],
    ['ธนพร วีรานนท์', 'Somchai Viranont'],
    ['सुरेंद्र राजपूत', 'Mahendra Rajput'],
    ['ဝင်းမြင့်ထွန်း', 'Kyaw Soe Htun'],
    ['Γιάννης Λαμπρίδης', 'Petros Lambrides'],
  ])('%s: %s', (name1, name2) => {
    expect(score(name1, name2, 'person')).toBeLessThan(THRESHOLD)
  })

  it.each([
    ['Miguel Ángel Martínez', 'Martínez, Miguel', false],
    ['Mohammad Usman Khan', 'Osman, Mohamed', false],
    ['Javier Pérez Molina', 'Javier Molina', false],
    ['Miguel Ángel Quintavaldo', 'Quintavaldo, Miguel', true],
    // frequent on the lists only: no name of many people
    ['Boris Rotenberg Lindqvist', 'ROTENBERG, Boris', true],
  ])('%s is asked for, and the listing has all but a name of many people (%s): %s', (query, name, found) => {
    const index = buildIndex([listed('SDN', '1', name, { kind: 'person' })], [list('SDN')])
    expect(screen(index, { name: query }).hits.length > 0).toBe(found)
  })

  it('is not everybody with the nickname that stands in quotes', () => {
    expect(score('Oscar "Zorrito" Quintavaldo', 'Zorrito Benavente', 'person')).toBeLessThan(THRESHOLD)
  })

  it('with a frequent name and an initial is not everybody of that name', () => {
    expect(score('Mohammed K.', 'Mohammed Kanzouli', 'person')).toBeLessThan(THRESHOLD)
  })
})

describe('one firm', () => {
  it.each([
    // words of trades and offices in Russian, whatever their ending, and their abbreviations
    // words of trades and offices translated, whatever their ending, and places by their adjectives
    ['Зареченский приборостроительный завод', 'Zarechensk Instrument-Making Plant'],
    ['ООО «ТРЕЙД ЛАЙН ЭСТЕЙТ ОРБЕНА»', 'Trade Line Estate Orbena LLC'],
    ['Научно-исследовательский институт молекулярной оптики', 'Research Institute of Molecular Optics'],
    ['Първо добруджанско застрахователно дружество', 'First Dobrudzhan Insurance Company'],
    ['Ταξιαρχία Μαρτύρων Ορβένα', 'Orvena Martyrs Brigade'],
    ['Ίδρυμα Επιστημονικής Έρευνας Ορβένα', 'Orvena Scientific Research Foundation'],
    ['مؤسسة أوربينا الخيرية', 'Orbena Charity Foundation'],
    ['החווה של אורבנה', 'Orbana Farm'],
    ['אורבנה תעשיות אלקטרוניקה בע"מ', 'Orbana Electronics Industries Ltd'],
    ['شرکت مهندسی پویا نورگستر', 'Pouya Nourgostar Engineering Company'],
    ['АО Примерский механический завод', 'JSC Primersky Mechanical Plant'],
    ['АО «Научно-производственное объединение Зарница»', 'NPO Zarnitsa JSC'],
    ['КБ «Зарница»', 'Zarnitsa Design Bureau'],
    // whom a plant is named after stands in another case
    ['Машиностроительный завод имени М.И. Примерина', 'Primerin Machine Plant'],
    ['Телеканал «Зарница»', 'Zarnitsa TV Channel'],
    // Arabic and Persian: translated, transliterated, or both
    ['سازمان صنایع دفاع', "Sazeman-e Sanaye Defa'"],
    ['سازمان صنایع دفاع', 'Defense Industries Organisation'],
    ['لواء الزيتون', 'Liwa al-Zaytun'],
    ['حركة الزيتون', 'Harakat al-Zaytun'],
    ['كتائب نصر الله', "Kata'ib Nasrallah"],
    // adjectives of places without the feminine ending, "and" and "for the" joined
    ['المصرف العراقي للتجارة', 'Trade Bank of Iraq'],
    ['مصرف التسليف الزراعي', 'Agricultural Credit Bank'],
    ['شركة البستان للآلات والمعدات', 'Al Bustan Machinery and Equipment Company'],
    ['شرکت سهامی خاص بستان صنعت و معدن', 'Bostan Industry and Mine JSC'],
    // English words in Arabic letters
    ['بستان ٹریڈنگ پرائیویٹ لمیٹڈ', 'Bostan Trading Private Limited'],
    ['أوربينا سمارت سوليوشنز ش.م.ح', 'Orbena Smart Solutions FZE'],
    ['شركة أوربينا يونيفرسال تريدينغ', 'Orbena Universal Trading Company'],
    ['سيمنتا كواليتي كنترول', 'Cementa Quality Control'],
    ['شرکت بازیافت و تصفیه بستان', 'Bostan Recycling and Purification Company'],
    ['د کابل بانک', 'Kabul Bank'],
    // an ending that is written apart
    ['شرکت سوخت هسته ای بستان', 'Bostan Nuclear Fuel Company'],
    ['ФГУП НПП Зарница', 'Research and Production Enterprise Zarnitsa'],
    // abbreviations that the name writes out itself, in its own language, and those of its language
    ['МЗКП - Муромский завод колёсных прицепов', 'MZKP'],
    ['Муромский завод колёсных прицепов', 'МЗКП'],
    ['АО «МЗКП», Муромский завод колёсных прицепов', 'JSC MZKP'],
    ['JSC MUROM TRAILER PLANT (MZKP)', 'АО МЗКП'],
    ['ДОЛ «Зарничка»', 'Zarnichka LLC'],
    ['АФК Орбена', 'Акционерная финансовая корпорация «Орбена»'],
    // a dedication tells nobody apart
    ['АО «Зарница» имени И.И. Примерова', 'JSC Zarnitsa'],
    // the name proper in quotes
    // an abbreviation in one script, its words in the other: by Slavic words behind English ones, by compounds, by words of the trade
    ['АО АПЗ «Зорвет»', 'Altay Instrument-Making Plant Zorvet JSC'],
    ['ООО ССК «Дарвиан»', 'Shipbuilding Complex Darvian LLC'],
    ['Научно-исследовательский институт вычислительных комплексов имени Корвина', 'NIIVK im. Korvin'],
    ['ООО Внешнеэкономическое объединение Дарвэкспорт', 'OOO VO Darveksport'],
    ['Институт цифрового телевидения «Зорвет»', 'ICT Zorvet'],
    ['КБ МРБ (ООО)', 'MRB Bank'],
    ['Фонд за публична дипломация Зорвет', 'Zorvet Public Diplomacy Fund'],
    ['АО «Зорвет Радуга»', 'Zorvet Rainbow JSC'],
    ['АО «Зарница»', 'Примерск Instrument-Making Plant “Zarnitsa” JSC'],
    // a name that is repeated
    ['PJSC Zarnitsabank (Public Joint-Stock Company Zarnitsabank)', 'ПАО Зарницабанк'],
    ['РАПИРАН შპს', 'Rapiran LLC'],
    // letters of the Latin script around a word of look-alike letters
    ['СТАН OOO', 'STAN LLC'],
    // Chinese: a city with its sign or without, trade names in two scripts, words of trades
    ['金华市海润动力科技有限公司', 'Jinhua Hairun Power Technology Co., Ltd.'],
    ['龙芯中科技术股份有限公司', 'Loongson Technology Corporation Limited'],
    ['无锡海光精密机械有限公司', 'Wuxi Haiguang Precision Machinery Co., Ltd.'],
    ['شركة زرنيتسا للتجارة', 'Zarnitsa Trading Company'],
    ['Εταιρεία Ζαρνίτσα', 'Zarnitsa'],
    ['บริษัท รัตนกุล จำกัด', 'Rattanakul Co., Ltd.'],
    ['บริษัท รัตนกุล เทรดดิ้ง จำกัด', 'Rattanakul Trading Co., Ltd.'],
    // a name of two characters whose second one begins a word as well ("通信"), words between which "and" stands
    ['深圳市大通信息技术有限公司', 'Shenzhen Datong Information Technology Co., Ltd.'],
    ['南通恒润阀门与水泵厂', 'Nantong Hengrun Valve and Water Pump Factory'],
    // numbers in words, and in figures
    ['海润集团第八研究所', 'Eighth Research Institute of Hairun Group'],
    ['海润集团54所', '54th Institute of Hairun Group'],
    // spaces between the characters, a county with its sign or without
    ['山东 海润 港口 有限 公司', 'Shandong Hairun Port Co., Ltd.'],
    ['广平县海润石化有限公司', 'Guangping Hairun Petrochemical Co., Ltd.'],
    // each word in a reading of its own
    ['海润北方船舶设备公司', 'Hairun Northern Marine Equipment Company'],
    // Korean: words of trades, and names as the north spells them
    ['조선련송무역회사', 'Korea Ryonsong Trading Company'],
    ['주식회사 대련송 전자', 'Daeryeonsong Electronics Co., Ltd.'],
    // a figure among Korean letters
    ['제2가람 무역회사', 'Garam 2 Trading Company'],
    // Chinese trade names that transcribe a foreign one, or that are written as the dialect has them
    ['厦门林巴贺航空发动机股份有限公司', 'Xiamen Limbach Aviation Engine Co., Ltd'],
    ['麥克維爾工業貿易有限公司', 'Makewell Industrial Trading Co., Limited'],
    // as Taiwan and Hong Kong spell it, in one word or in syllables, and with the end of a word of the trade
    ['鑫茂科技股份有限公司', 'Hsin Mao Technology Co., Ltd.'],
    ['興達電子有限公司', 'Hing Tat Electronics Limited'],
    ['興達電子有限公司', 'Hingtat Electronics Limited'],
    ['苏州欧锐激光科技有限公司', 'Suzhou OreeLaser Technology Co., Ltd.'],
    // a Japanese firm as China writes it, words in katakana, and two foreign names
    ['小坂电机株式会社', 'Kosaka Denki Co., Ltd.'],
    ['株式会社オルベナトレーディング', 'Orbena Trading Co., Ltd.'],
    ['吉布斯和麦克维尔公司', 'Gibbs & Makewell, Inc.'],
    // a Korean firm in a spelling of its own, and foreign words in Korean letters
    ['신성무역상사', 'Shinsung Trading Co., Ltd.'],
    ['유니버설항공우주', 'Universal Aerospace'],
    ['(주)오르베나', 'Orbena Inc.'],
    // trade words in the other English that bodies and firms use, and an institute by its number and by its name
    ['太原航空仪表有限公司', 'Taiyuan Aero-Instruments Co., Ltd.'],
    ['苏州蓝帽互动科技有限公司', 'Suzhou Blue Hat Interactive Technology Co., Ltd.'],
    ['中国电子科技集团公司第二十九研究所', 'Southwest China Research Institute of Electronic Equipment'],
    ['中国电子科技集团公司第二十九研究所', '29th Research Institute of China Electronics Technology Group Corporation'],
    ['上海纽琦诗国际物流有限公司', 'Shanghai New Chess International Logistics Co., Ltd.'],
    ['苏州歌得维机械设备有限公司', 'Suzhou Goodwill Machinery Equipment Co., Ltd.'],
    ['克拉玛斯贸易公司', 'Kramas Trading'],
    ['迈瑞克斯电子有限公司', 'Mayrex Electronics Ltd'],
    ['大连海昇机械有限公司', 'Dalian Haisen Machinery Co., Ltd'],
    // or that are translated character by character
    ['深圳市蓝帽国际贸易有限公司', 'Shenzhen Blue Hat International Trade Co., Ltd'],
    ['广州金鹿电子有限公司', 'Golden Deer Electronics (Guangzhou) Co., Ltd.'],
    ['深圳市纽琦诗科技有限公司', 'SZ New Chess Technology Co., Ltd.'],
    ['伊诺波利斯有限公', 'Innopolis Ltd'],
  ])('%s: %s', (name1, name2) => {
    expect(score(name1, name2, 'company')).toBeGreaterThanOrEqual(THRESHOLD)
  })
})

describe('another firm', () => {
  it.each([
    ['АО Примерский механический завод', 'JSC Zarnitsa Mechanical Plant'],
    ['АО КПЗ «Зорвет»', 'Altay Instrument-Making Plant Zorvet JSC'],
    ['АО АПЗ «Зорвет»', 'Altay Instrument-Making Plant Dorvan JSC'],
    ['АО ВП «Зорвет»', 'Vyatka Plant Zorvet'],
    ['КБ «Зарница»', 'Design Bureau Primer'],
    ['МГУ имени Примерова', 'Primerov JSC'],
    ['كتائب نصر الله', "Kata'ib Ansar al-Zaytun"],
    ['شركة البستان للآلات والمعدات', 'Al Zaytun Machinery and Equipment Company'],
    ['المصرف الزراعي التعاوني', 'Industrial Bank'],
    ['أوربينا سمارت سوليوشنز', 'Zarnitsa Smart Solutions FZE'],
    // family names that have the form of a word of the trade
    ['خالد الشهري', 'Khalidi Company'],
    ['بندر الشهري', 'Pointer LLC'],
    // an abbreviation of other words, and a place in brackets
    ['МЗКП - Зареченский завод точной механики', 'MZKP'],
    ['JSC ZARNITSA PLANT (MINSK)', 'АО МИНСК'],
    ['金华市海润动力科技有限公司', 'Jinhua Haitian Power Technology Co., Ltd.'],
    ['无锡海光精密机械有限公司', 'Suzhou Haiguang Food Co., Ltd.'],
    ['南通市恒润液压机械厂', 'Nantong Huamei Hydraulic Machinery Factory'],
    ['조선련송무역회사', 'Korea Paektan Trading Company'],
    ['深圳市林巴贺科技有限公司', 'Shenzhen Lumbuck Technology Co., Ltd.'],
    ['深圳市麦克维尔科技有限公司', 'Shenzhen Micronel Technology Co., Ltd.'],
    ['深圳市蓝帽国际贸易有限公司', 'Shenzhen Blue Deer International Trade Co., Ltd'],
    ['深圳市蓝帽国际贸易有限公司', 'Shenzhen Red Hat International Trade Co., Ltd'],
    ['大连海昇机械有限公司', 'Dalian Haisan Machinery Co., Ltd'],
    ['深圳市哈斯科技有限公司', 'Shenzhen Hush Technology Co., Ltd.'],
    ['小坂电机株式会社', 'Nagano Denki Co., Ltd.'],
    ['신성무역상사', 'Samsung Trading Co., Ltd.'],
    ['신성무역상사', 'Sinhung Trading Corporation'],
    ['吉布斯和麦克维尔公司', 'Gibson & Maxwell, Inc.'],
    ['제2가람 무역회사', 'Garam 3 Trading Company'],
    // two names that Cantonese spells alike, and an ending that the words of the trade share
    ['凱盛電子有限公司', '海昇電子有限公司'],
    ['深圳市永利电子科技有限公司', 'Shenzhen Arttronix Electronics Technology Co., Ltd.'],
    ['興達電子有限公司', 'Wing Tat Electronics Limited'],
    ['中国电子科技集团公司第二十九研究所', '38th Research Institute of China Electronics Technology Group Corporation'],
    ['中国电子科技集团公司第二十九研究所', 'Nanjing Research Institute of Electronics Technology'],
  ])('%s: %s', (name1, name2) => {
    expect(score(name1, name2, 'company')).toBeLessThan(THRESHOLD)
  })

  it.each([
    ['vessel', 'person', false],
    ['entity', 'person', true],
    ['vessel', 'entity', true],
    ['vessel', undefined, true],
  ] as const)('a %s of the very name of a %s: %s', (kind, asked, found) => {
    const index = buildIndex([listed('SDN', '1', 'YONG SUN', { kind })], [list('SDN')])
    expect(screen(index, { name: 'Yong Sun', ...(asked === undefined ? {} : { kind: asked }) }).hits.length > 0).toBe(found)
  })
})
