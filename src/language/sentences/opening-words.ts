/**
 * Words that open Albanian sentences and are hardly ever a surname: what tells „mori notën A. Kjo …“ from „flet A.
 * Hoxha“. Small words first; then verbs and definite nouns with which news sentences begin.
 */
const words = `
ai ajo ata ato ky kjo këta këto kësaj këtij këtyre asaj atij atyre unë ti ne ju i e të së u po jo kush cili cila cilët
cilat çfarë pse përse ku kur si sa sipas siç nëse në nga te tek mbi nën për përmes përveç përballë pas pasi para
përpara prej pranë rreth gjatë gjithë gjithashtu gjithsesi gjithçka me ndaj ndër ndërsa ndërkohë ndërkaq midis mes
brenda jashtë deri derisa edhe dhe ose por porse mirëpo megjithatë megjithëse prandaj sepse meqë që kështu ashtu
atëherë atje këtu tani tashmë sot dje nesër sivjet vjet menjëherë shpesh sërish më fillimisht madje vetëm ndoshta
sigurisht fatkeqësisht aktualisht konkretisht përkundrazi mos nuk s’ as asnjë askush asgjë çdo secili dikush diçka
disa shumë pak tërë një dy tri katër pesë gjashtë shtatë tetë dhjetë tjetri tjetra njëri njëra shumica pjesa qindra
mijëra le do duke teksa ndonëse sapo kurse sidomos veçanërisht posaçërisht pavarësisht lidhur duket besohet mendohet
thuhet raportohet pritet mësohet është janë ishte ishin qe ka kanë kishte kishin kam kemi duhet mund mbetet tha thotë
thanë shtoi bëhet policia prokuroria gjykata qeveria opozita kryeministri kryeministrja kryetari kryetarja presidenti
presidentja ministri ministrja ministria kuvendi parlamenti bashkia komuna partia kompania autoritetet zyrtarët
ekspertët hetuesit hetimet banorët qytetarët studentët nxënësit prindërit familjarët mjekët deputetët deputeti
deputetja gazetarët gazetari viktima viktimat trupi autori autorët ngjarja aksidenti zjarri sulmi lufta vendimi ligji
projekti marrëveshja takimi mbledhja seanca zgjedhjet rezultatet ndeshja skuadra trajneri lojtari goli populli shteti
vendi situata çështja arsyeja shkaku burimet mediat media gazeta agjencia banka çmimi çmimet personi personat dyshuari
gruaja burri djali vajza fëmijët njerëzit dita viti java ora filmi libri universiteti shkolla spitali rruga shqipëria
kosova maqedonia tirana prishtina shkupi evropa shqiptarët serbia greqia raporti komisioni avokati mbrojtja rasti
kandidati fjala pyetja historia jeta puna numri uji`;

const openingWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** @param word as it stands in the text */
export function opensSentence(word: string): boolean {
  return openingWords.has(word.toLowerCase());
}
