/**
 * Names of well-known companies and institutions that stand on none of the lists at the dates of the set, and made-up ones of
 * the words that companies use, written down by us.
 */
const list = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(';'))
    .map((name) => name.trim())
    .filter((name) => name !== '')

export const KNOWN_COMPANIES: readonly string[] = list(`
Apple Inc.; Microsoft Corporation; Siemens AG; Robert Bosch GmbH; Samsung Electronics Co., Ltd.; Toyota Motor Corporation; Volkswagen AG; Nestlé S.A.; Novartis AG; Roche Holding AG
Bayer AG; BASF SE; SAP SE; Airbus SE; Deutsche Bank AG; Allianz SE; Deutsche Telekom AG; BMW AG; Mercedes-Benz Group AG; Continental AG
Unilever PLC; HSBC Holdings plc; Barclays PLC; Vodafone Group plc; GSK plc; AstraZeneca PLC; Rolls-Royce Holdings plc; BAE Systems plc; Tesco PLC; BP p.l.c.
TotalEnergies SE; L'Oréal S.A.; LVMH Moët Hennessy Louis Vuitton SE; Sanofi S.A.; Danone S.A.; Renault S.A.; Michelin; Orange S.A.; BNP Paribas S.A.; Schneider Electric SE
Enel S.p.A.; Eni S.p.A.; Ferrari N.V.; Telefónica S.A.; Iberdrola S.A.; Banco Santander S.A.; Inditex S.A.; Philips N.V.; ASML Holding N.V.; Heineken N.V.
Ericsson AB; Volvo AB; IKEA; H&M Hennes & Mauritz AB; Nokia Corporation; Novo Nordisk A/S; A.P. Møller - Mærsk A/S; Equinor ASA; Statkraft AS; Kone Oyj
Sony Group Corporation; Honda Motor Co., Ltd.; Panasonic Holdings Corporation; Hitachi, Ltd.; Canon Inc.; Nintendo Co., Ltd.; SoftBank Group Corp.; Murata Manufacturing Co., Ltd.; Keyence Corporation; Fanuc Corporation
Hyundai Motor Company; LG Electronics Inc.; SK Hynix Inc.; POSCO Holdings Inc.; Kia Corporation; Taiwan Semiconductor Manufacturing Company Limited; Hon Hai Precision Industry Co., Ltd.; MediaTek Inc.; Acer Inc.; ASUSTeK Computer Inc.
Infosys Limited; Tata Steel Limited; Reliance Industries Limited; Wipro Limited; Mahindra & Mahindra Limited; Larsen & Toubro Limited; Bajaj Auto Limited; State Bank of India; Air India Limited; Hindustan Unilever Limited
Petróleo Brasileiro S.A.; Vale S.A.; Embraer S.A.; Itaú Unibanco S.A.; Cemex, S.A.B. de C.V.; Grupo Bimbo S.A.B. de C.V.; América Móvil; Ecopetrol S.A.; Falabella S.A.; LATAM Airlines Group S.A.
Singapore Airlines Limited; DBS Bank Ltd.; Qantas Airways Limited; BHP Group Limited; Commonwealth Bank of Australia; Fonterra Co-operative Group Limited; Cathay Pacific Airways Limited; MTR Corporation Limited; Swire Pacific Limited; CLP Holdings Limited
Emirates; Etihad Airways; DP World; Saudi Basic Industries Corporation; Qatar Airways; Turkish Airlines; Koç Holding A.Ş.; Arçelik A.Ş.; Teva Pharmaceutical Industries Ltd.; Check Point Software Technologies Ltd.
Bank of America Corporation; JPMorgan Chase & Co.; Wells Fargo & Company; General Electric Company; Boeing Company; Ford Motor Company; General Motors Company; Intel Corporation; NVIDIA Corporation; Texas Instruments Incorporated
Cisco Systems, Inc.; Oracle Corporation; Procter & Gamble Company; Johnson & Johnson; Pfizer Inc.; The Coca-Cola Company; PepsiCo, Inc.; Walmart Inc.; FedEx Corporation; United Parcel Service, Inc.
Massachusetts Institute of Technology; Stanford University; University of Oxford; University of Cambridge; ETH Zürich; Technische Universität München; Delft University of Technology; Imperial College London; University of Tokyo; National University of Singapore
Max Planck Institute for Plasma Physics; Fraunhofer-Gesellschaft; CERN; European Space Agency; Institut Pasteur; Mayo Clinic; Red Cross Society; World Wide Fund for Nature; Médecins Sans Frontières; Greenpeace International
BYD Company Limited; Haier Group; Lenovo Group Limited; Midea Group Co., Ltd.; Gree Electric Appliances, Inc. of Zhuhai; Alipay Technology Co., Ltd.; Bank of China Limited; Ping An Insurance Company of China; Fosun International Limited; Tsingtao Brewery Company Limited
`)

/** Made of a family or fancy name, a trade and a form: names as small firms have them everywhere. */
export const FANCY = list(
  'Alder; Birchwood; Castellane; Dunmore; Eisenhart; Fairweather; Goldfinch; Halberd; Ivory Coast; Juniper; Kingfisher; Larkspur; Meadowbrook; Northgate; Oakhurst; Pemberton; Quillfeather; Rosewood; Silverlake; Thornbury; Umbra; Vantage; Westbrook; Yarrow; Zephyr; Blue Ocean; Green Valley; Golden Star; Red Sea; White Rose; Sunrise; Eagle; Phoenix; Dragon; Lotus; Pearl; Orion; Atlas; Apex; Delta; Omega; Sigma; Crown; Royal; Unity; Horizon; Summit; Pioneer; Victory; Crescent',
)
export const TRADES = list(
  'Trading; Shipping; Electronics; Technology; Industrial Supplies; General Trading; Logistics; Marine Services; Import Export; Engineering; Construction; Foods; Textiles; Petrochemicals; Aviation Parts; Medical Equipment; Consulting; Software Solutions; Freight; Holdings',
)
export const FORMS = list('LLC; Ltd.; GmbH; S.A.; Co., Ltd.; FZE; Pte Ltd; Inc.; B.V.; S.r.l.')
