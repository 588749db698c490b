/**
 * Words that open Albanian sentences and are hardly ever a surname or the name of a street: what tells
 * „mori notën A. Kjo …“ from „flet A. Hoxha“. Small words first; then the verbs and the definite nouns with which
 * news sentences begin.
 */
const words = `
ai ajo ata ato ky kjo këta këto kësaj këtij këtyre asaj atij atyre unë ti ne ju ky i e të së u po jo
kush cili cila cilët cilat çfarë çka ç’ pse përse ku kur si sa sipas siç sikur sikurse nëse në nga te tek
mbi nën për përmes përveç përballë pas pasi para përpara përpos prej pranë rreth gjatë gjithë gjithashtu gjithnjë
gjithsesi gjithçka me ndaj ndër ndërsa ndërkohë ndërkaq midis mes brenda jashtë drejt deri derisa edhe dhe ose por
porse mirëpo megjithatë megjithëse prandaj andaj sepse ngase meqë meqenëse që qysh kështu ashtu atëherë atje këtu
këndej tani tashmë sot dje nesër sivjet vjet pardje sonte mbrëmë menjëherë shpesh shpejt përsëri sërish rishtas
më vonë fillimisht fillimi fundja madje vetëm vetë ndoshta sigurisht natyrisht padyshim fatkeqësisht fatmirësisht
zakonisht aktualisht kryesisht konkretisht përndryshe përkundrazi përafërsisht përkatësisht rrjedhimisht veç veçse
mos nuk s’ as asnjë askush asgjë çdo çdokush secili secila dikush diçka disa shumë pak mjaft tërë krejt një dy tre
tri katër pesë gjashtë shtatë tetë nëntë dhjetë të tillë tjetri tjetra njëri njëra shumica pjesa qindra
mijëra miliona dhjetëra ja ah oh eh mirë faleminderit le do duke teksa ndonëse edhepse sapo porsa kurse sidomos
sidoqoftë veçanërisht posaçërisht pavarësisht lidhur duket besohet mendohet thuhet raportohet pritet mësohet
është janë ishte ishin qe qenë ka kanë kishte kishin kam kemi duhet mund mbetet mbeti tha thotë thanë shtoi vijoi
deklaroi bëhet bëri erdhi shkoi kujtojmë kujtoj sqaroi theksoi pyeti foli
policia prokuroria gjykata qeveria opozita kryeministri kryeministrja kryetari kryetarja presidenti presidentja
ministri ministrja ministria kuvendi parlamenti bashkia komuna partia kompania ndërmarrja autoritetet zyrtarët
ekspertët hetuesit hetimet banorët qytetarët studentët nxënësit mësuesit prindërit familjarët mjekët deputetët
deputeti deputetja gazetarët gazetari gazetarja viktima viktimat trupi autori autorët ngjarja aksidenti zjarri
tërmeti vrasja sulmi përplasja lufta arrestimi vendimi ligji projekti marrëveshja takimi mbledhja seanca votimi
zgjedhjet rezultatet ndeshja skuadra trajneri lojtari golin goli kampionati populli shteti vendi bota gjendja
situata çështja arsyeja shkaku burimet mediat media gazeta agjencia banka çmimi çmimet paratë shuma personi
personat dyshuari shtetasi gruaja burri djali vajza nëna babai fëmijët fëmija njerëzit nata dita viti java muaji
ora mëngjesin pasditen mbrëmjen natën ditën vitin javën muajin filmi libri romani koncerti festivali universiteti
shkolla spitali rruga ura shqipëria kosova maqedonia tirana prishtina shkupi evropa europa sondazhi raporti dokumenti
shqiptarët serbia greqia italia amerikanët rusia ukraina kina organizata instituti komisioni avokati avokatja
mbrojtja akuza padia rasti paketa fushata kandidati kandidatja lista tema fjala pyetja përgjigjja historia jeta
vdekja puna ekonomia inflacioni rritja ulja numri pasojat dëmet uji energjia moti temperaturat reshjet stina`;

const openingWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** @param word as it stands in the text */
export function opensSentence(word: string): boolean {
  return openingWords.has(word.toLowerCase());
}
