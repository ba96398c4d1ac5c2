import { type Colour, contrast, leastContrast, mixed, plainTextOn, readableOn } from "./contrast.ts";

/** The authority's colours as its file gives them; see authority/settings.ts. */
export interface LookColours {
  primary: Colour;
  onPrimary?: Colour;
  accent?: Colour;
}

/** Every colour of a card, each pair of text and ground with a contrast of at least 4.5:1. */
export interface CardColours {
  ground: Colour;
  /** Circles behind the text: away from the colour of the text, so that they never make it harder to read. */
  shade: Colour;
  deepShade: Colour;
  title: Colour;
  /** Kind, and the strokes beside it. */
  kind: Colour;
  facts: Colour;
  deadlineGround: Colour;
  deadline: Colour;
  paper: Colour;
  onPaper: Colour;
  softOnPaper: Colour;
  hairline: Colour;
}

const white = "#ffffff";
const black = "#000000";
// Grey of the design system for secondary text.
const grey = "#455a64";

/** Works out all colours of a card from the one to three an authority gives. */
export function cardColours(look: LookColours): CardColours {
  const ground = mixed(look.primary, look.primary, 0);
  const title = readableOn(look.onPrimary ?? plainTextOn(ground), [ground]);
  const isTitleLighter = contrast(title, black) > contrast(ground, black);
  const away = isTitleLighter ? black : white;
  const grounds = [mixed(ground, away, 0.1), mixed(ground, away, 0.18)] as const;
  const behind = [ground, ...grounds];
  const deadlineGround = look.accent ?? title;
  // On light ground the authority's own dark: the text on its primary colour where that is light, else the colour itself.
  const ink = contrast(title, white) >= leastContrast ? title : mixed(ground, black, 0.3);
  const onDeadline = [ink, ground, plainTextOn(deadlineGround)].find(
    (colour) => contrast(colour, deadlineGround) >= leastContrast,
  );
  return {
    ground,
    shade: grounds[0],
    deepShade: grounds[1],
    title,
    kind: readableOn(look.accent ?? title, behind),
    facts: readableOn(mixed(title, ground, 0.1), behind),
    deadlineGround: mixed(deadlineGround, deadlineGround, 0),
    deadline: onDeadline ?? readableOn(ink, [deadlineGround]),
    paper: white,
    onPaper: readableOn(ink, [white]),
    softOnPaper: readableOn(grey, [white]),
    hairline: mixed(ground, white, 0.75),
  };
}
