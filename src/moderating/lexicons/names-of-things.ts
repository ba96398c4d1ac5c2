/** Things that comments are about, as classes: each word alone says nothing, two of them together do. */
export const namesOfThings: Readonly<Record<string, readonly string[]>> = {
  service: [
    "modul/o/i|form|sito|portale|pagina|link|app|mail|email|pec|numero|telefono|centralino|sportell/o/i|cpi|uffici/o|centro",
    "graduatori/a/e|conferma|ricevuta|iscrizion/e/i|domand/a/e|pratic/a/he|appuntament/o/i|colloqui/o|cv|curriculum|prenotazion/e/i",
    "locandina|volantino|annunci/o|band/o|avvis/o|offert/a/e|post|orar/io/i|dat/a/e|indirizzo|scadenza|mappa|allegat/o/i|pdf|spid|credenziali|isee|did|naspi|indennita|pagament/o/i|attestat/o|convocazion/e|impiegat/o/a/i",
  ],
  trouble: [
    "non funzion/a/ano|va|vanno|si+apre|carica|rispond/e/ono|esiste|corrisponde|torna|coincide|arriva",
    "errore|errori|sbagliat/o/a/i/e|errat/o/a|rott/o/a|bloccat/o/a/i|scadut/o/a/i|vuot/o/a|bianc/a/o|offline|irraggiungibile|inaccessibile|inesistente|assente|mancante|illeggibile|incomplet/o/a|chius/o/a/i|sbarrat/o/a|occupat/o",
    "a vuoto",
    "da ieri|stamattina|giorni|settimane|mesi|ore|lunedi|martedi|mercoledi|giovedi|venerdi",
    "nessun/o/a",
    "smarrit/o/a|pers/o/a|sparit/o/a/i|dimenticat/o/a|doppi/o/a|vecchi/o/a",
    "si blocca|impalla|pianta",
    "mai arrivat/o/a|ricevut/o/a",
  ],
  waiting: ["attend/o/iamo|attendendo|aspett/o/iamo|aspettando|in+attesa|sollecit/o|attes/a"],
  stretch: ["giorni|settiman/a/e|mes/i/e|ann/i/o|or/e/a|minuti"],
  datum: [
    "nom/i|cognom/i|indirizz/i|punteggi|isee|codic/i+fiscal/i|dat/i|numer/i|telefon/i|mail|recapiti|curriculum|cv|documenti|patologie|redditi",
    "carte d identita|carta d identita",
  ],
  listing: [
    "pdf|screenshot|screen|foto|elenco|elenchi|lista|file|graduatoria|tabella|schermata|excel|verbale|link",
  ],
  everybody: [
    "tutt/i/e|altr/i/e/a/o|ammess/i|esclus/i|candidat/i|iscritt/i|partecipanti|concorrenti|utenti|beneficiari|assunti|vincitori|disoccupati|corsisti",
  ],
  weapon: [
    "mitra|kalashnikov|lanciafiamme|mazz/a/e|baston/e/i|benzina|coltell/o/i|pistol/a/e|sprang/a/he|fucil/e|accetta|ascia|cric|tanica|molotov|martello|catena|ferro|machete|lupara|roncola|bomb/a/e|accendino|acido|motosega",
  ],
  blows: [
    "sassat/e|calci|pugn/i|schiaff/i/oni|sberl/e|bastonat/e|mazzat/e|sprangat/e|ceffon/i|cinghiat/e|bott/e|legnat/e|badilate|manganellate|frustate|coltellat/e|fucilat/e|pietrat/e|randellat/e|picconate|testate|cazzotti|martellate",
  ],
  work: [
    "videocors/o/i|videolezion/i|lezion/i+registrat/e|quiz|manual/e/i|libr/o/i|dispens/e/a|film|appunti|simulator/e/i|ebook|testi|banca+dati|tracce",
  ],
  passed: [
    "gratis|aggratis|scansionat/o/i/e/a|piratat/o/i|crackat/o/a/i/e|craccat/o/a/i/e|sproteggere|sprotett/o/a|torrent|drive|telegram|fotocopi/e/ati|fotografat/o/e/i|scansion/i|trascritt/o/i|pagine|scaricabil/e/i|scaric/a/ate/o|passo|giro|mando",
  ],
  document: [
    "curriculum|cv|mail|email|pec|lettera|documento|documenti|certificat/o|pratica|convocazione|fascicolo|esito|attestato|busta|referto|verbale|domanda",
  ],
  money: [
    "soldi|euro|guadagn/o/i/are/ate/a|rendit/a/e|profitt/o/i|incass/a/o/i/are/ano|reddit/o/i|entrat/a/e|€|stipendio+extra|cash|provvigioni|commissioni|ricav/o/i|capitale",
    "finanziament/o/i|prestit/o/i|credit/o/i",
  ],
  ease: [
    "garantit/o/a/i/e|sicur/o/i|facil/e/i|facilmente|veloc/e/i|velocemente|passiv/o/a/i/e|automatic/o/a/i|comodamente|da+casa|dal+divano|senza+esperienza|senza+rischi|sforzo|fatica|competenze|vincoli|garanzie|uscire",
    "subito|agevolat/o/i|segnalati|protestati",
    "al+giorno|mese|a+settimana|settimanal/e/i|giornalier/o/i/a|ogni+giorno|mensil/e/i",
    "solo guardando|cliccando",
    "con lo|il|un smartphone|telefono|cellulare",
    "minimo|doppio|triplo|raddoppi/a/are",
  ],
  channel: [
    "telegram|whatsapp|wa|dm|messenger|inbox|bio|in+privato|pvt|gruppo|canale|link|qui+sotto|👇|👉|📲|📩",
  ],
  beckon: [
    "scriv/imi/etemi/ici|contatt/ami/atemi/aci/ateci|chiedimi|chiedetemi|chiedi|entra|entrate|unisciti|iscriv/iti/etevi|commenta|mandami|clicca|cliccate|scopri|scoprite|registrati|candidati|inizia|prova|provate|scrivi|rispondo|approfitta|approfittane|approfittate|richiedi|ottieni|ricevi",
  ],
  shop: [
    "taxi|ncc|trasporti|catering|vivai|rosticceria|norcineria|enoteca|gommista|carrozzeria|centro+revisioni|pizzeri/a|ristorant/e|trattori/a|bar|gelateri/a|pasticceri/a|panifici/o|palestr/a|parrucchier/e/i/a|salone|estetist/a|officin/a|autoscuol/a|agriturism/o|hotel|albergo|scuola|accademia|ditt/a|agenzi/a|negozi/o|studio|impres/a|centro+estetico|barbiere|coach|naturopata|nutrizionista|personal+trainer|wedding+planner|fotografo|immobiliare|onoranze+funebri|erboristeria|lavanderia|ferramenta|tabaccheria|edicola|caf|patronato|b&b|birreria|pub|discoteca|bottega|fioraio|vivaio|concessionari/a/o",
  ],
  promo: [
    "a soli|sole|solo _ euro|€",
    "a partire da",
    "tariff/a/e special/e/i|convenient/e/i|scontat/e/a",
    "post/i limitat/i",
    "scont/o/i|scontat/o/a/i|promo|promozion/e/i|offertissim/a|offert/a speciale|lancio",
    "prezz/o/i special/e/i|bass/o/i|imbattibil/e/i|modic/o/i|convenient/e/i",
    "nuov/a apertura|gestione|sede",
    "inaugurazion/e",
    "preventiv/o/i gratuit/o/i|gratis",
    "primo|prima colloquio|incontro|consulenza|seduta|appuntamento|lezione|consulto|visita omaggio|gratis|gratuit/o/a",
    "prezz/o/i di fabbrica|favore|amico|mercato",
    "sopralluog/o/hi|preventiv/o/i",
    "primo ingresso|prima lezione|consulenza gratuit/o/a|omaggio",
    "prenot/a/ate",
    "vi aspettiamo",
    "consegna a domicilio|gratuita",
    "chiama/te|telefona/te allo|al|il|subito",
    "aperti anche|tutti",
    "su appuntamento",
    "siamo aperti",
    "menu",
  ],
  formal: [
    "istanz/a/e|ricors/o/i|reclam/o/i|diffid/a|impugn/o/erò/are/azione|impugniamo|opposizion/e|espost/o|autotutel/a|querel/a|interpello|messa+in+mora",
  ],
  body: ["gol/a|collo|testa|faccia|polsi|capelli|bracci/o/a|pancia|schiena"],
  ending: [
    "ponte|fiume|treno|binari|corda|cappio|balcone|tetto|gas|pastiglie|pillole|farmaci|gesto+estremo|gesto|farla+finita|morte|lago|metro|precipizio|vuoto|viadotto",
  ],
  image: [
    "foto|fotografi/a/e|immagin/e/i|video|filmat/o/i|diretta|reel|storia|locandina|volantino|manifesto|album",
  ],
  paper: [
    "diplom/a/i|attestat/o/i|patent/e/i|laurea|lauree|certificat/o/i|certificazion/e/i|permess/o/i|qualific/a/he|cittadinanza|spid|patentino|patentini",
  ],
  feeling: [
    "ridere|risate|freddo|caldo|sonno|noia|curiosita|invidia|vergogna|imbarazzo|sete|gelosia|emozione|felicita|gioia|amore|paura|spavento|ansia|gola|stanchezza|voglia|vecchiaia|burocrazia|precariato|tasse|lavoro|nostalgia",
  ],
  nuisance: [
    "contratt/o/i|burocrazia|modul/o/i|cod/a/e|fil/a/e|concors/o/i|stage|tirocin/i/io|annunc/i/io|pratic/a/he|ritard/o/i|scus/a/e|polemic/a/he|commenti|lamentele|orari|regole|precariato",
  ],
  treat: [
    "pizz/a/e|lasagn/a/e|film|birr/a/e|serie|caffe|gelat/o/i|panin/o/i|maratona|puntat/a/e|or/a/e|turn/i/o|km|chilometri|dolc/e/i|piatt/o/i|spritz|panettone|pandoro|partit/a/e|canzon/e/i|vacanz/a/e|concerto|serata|giro|viaggio",
  ],
  undo: [
    "cancell/ate/are/azione|elimin/ate/are/azione|rimuov/ete/ere|toglie/te/re|togliere|distrugg/ete/ere|rettific/a/ate/are|correggere|correggete|oscur/are/ate|rimozione|deindicizz*",
  ],
};
