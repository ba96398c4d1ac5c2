/**
 * Coarse words that people half hide, spelt out: "c***o", "str*nzi", "vaff…". Only these are tried where letters are
 * masked or cut off. Whether they insult anybody is for the other lists to say.
 */
export const coarseWords: readonly string[] = [
  ...["cazzo", "cazzi", "cazzata", "cazzate", "cazzone", "cazzoni", "incazzato", "incazzata"],
  ...["coglione", "coglioni", "coglionazzo", "coglionata", "rincoglioniti", "rincoglionito"],
  ...["merda", "merde", "merdosi", "merdoso", "stronzo", "stronzi", "stronza", "stronze", "stronzate"],
  ...["vaffanculo", "mavaffanculo", "affanculo", "fanculo", "culo", "culi", "inculare", "inculata"],
  ...["puttana", "puttane", "puttanate", "troia", "troie", "zoccola", "zoccole", "mignotta", "mignotte"],
  ...["bastardo", "bastardi", "bastarda", "figa", "figli", "minchia", "minchione", "minchioni"],
  ...["frocio", "froci", "finocchio", "finocchi", "ricchione", "ricchioni", "negro", "negri", "negra"],
  ...["terrone", "terroni", "mongoloide", "mongoloidi", "ritardato", "ritardati", "handicappati"],
  ...[
    "cagare",
    "cacare",
    "cagata",
    "cagate",
    "fottetevi",
    "fottiti",
    "fottere",
    "scopare",
    "pompinara",
    "pezzenti",
    "schifosi",
    "schifoso",
  ],
  ...["idiota", "idioti", "imbecille", "imbecilli", "deficiente", "deficienti", "cretino", "cretini"],
  ...["porco", "porca", "dio", "madonna", "leccaculo", "rompicoglioni", "rotto", "ladri", "ladro"],
];
