/** First names common in Italy: with a capital and a surname beside them they name a person. */
export const firstNames: ReadonlySet<string> = new Set(
  (
    "adele adriana adriano agata agnese agostino alba alberta alberto aldo alessandra alessandro alessia alessio alex alfonso alfredo alice amalia amedeo amelia " +
    "andrea angela angelica angelo anna annalisa annamaria antonella antonia antonino antonio arianna armando arturo asia assunta attilio augusto aurora barbara " +
    "beatrice benedetta benedetto benito bianca biagio bruna bruno camilla carla carlo carlotta carmela carmelo carmen carmine caterina catia cecilia cesare chiara " +
    "christian cinzia ciro clara claudia claudio concetta corrado cosimo cristian cristiana cristiano cristina damiano daniela daniele dario davide debora deborah denise " +
    "diego dino domenica domenico donatella donato edoardo elena eleonora elia elio elisa elisabetta emanuela emanuele emilia emilio emma enrica enrico enzo erica erika " +
    "ernesto ettore eugenia eugenio eva fabiana fabio fabiola fabrizia fabrizio fausto federica federico felice ferdinando filippo filomena fiorella flavia flavio " +
    "franca francesca francesco franco gabriela gabriele gabriella gaetano gaia gennaro gerardo gianfranco gianluca gianluigi gianmarco gianna gianni giacomo gina ginevra gino " +
    "giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio giuseppe giuseppina grazia graziella gregorio guido ida ignazio ilaria immacolata ines irene isabella italo " +
    "ivan ivana ivano jacopo jessica katia lara laura lea leonardo letizia lia lidia liliana lina lisa livia livio lorena lorenza lorenzo loredana luana luca lucia luciana luciano " +
    "ludovica luigi luigia luisa maddalena manuel manuela manuele mara marcella marcello marco margherita maria marianna mariangela mariarosaria marika marina mario marisa marta martina marzia " +
    "massimiliano massimo matilde matteo mattia maura maurizio mauro melissa michela michele michelina milena mimmo miriam mirella mirko monica nadia natalia natascia nadir nicola nicoletta " +
    "nicolo nino noemi nunzia nunzio olga oreste ornella orlando orsola oscar ottavia ottavio paola paolo pamela pasquale patrizia patrizio piera pierluigi piero pietro pina pino " +
    "raffaele raffaella ramona raul rebecca remo renata renato renzo riccardo rino rita roberta roberto rocco romano romina romolo rosa rosalba rosalia rosanna rosaria rosario rosetta " +
    "rossana rossella ruggero sabina sabrina salvatore samantha samuele sandra sandro santina santo sara saverio sebastiano serena sergio settimio silvana silvano silvia silvio simona " +
    "simone sofia sonia stefania stefano susanna tania tamara teresa tiziana tiziano tommaso tullio ugo umberto valentina valentino valeria valerio vanessa vera veronica vincenza vincenzo " +
    "viola virginia vito vittoria vittorio viviana walter ylenia youssef ahmed mohamed mohammed fatima ali hassan ion ioana elena-maria andrei mihaela dragos arben besnik li wei"
  ).split(" "),
);
