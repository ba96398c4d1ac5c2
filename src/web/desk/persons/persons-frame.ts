import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import { notTaken } from "../../sign-in/form-parts.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { deskLayout } from "../desk-layout.ts";
import type { PersonsView } from "./persons-view.ts";

export interface PersonsFrame {
  title: string;
  /** The same page in a language; absent where it is the answer to a form. */
  address?: (lang: Language | undefined) => string;
  /** Above the title: the way back. */
  above?: Html;
  /** Why a form was not taken. */
  troubles?: readonly string[];
}

/** The frame that all pages about people's data share. */
export function personsFrame(view: PersonsView, frame: PersonsFrame, content: Html): Html {
  const { welcome, errorTitle } = signInWordsOf(view.language);
  const { address, troubles = [] } = frame;
  return deskLayout(
    {
      ...{ language: view.language, askedLanguage: view.askedLanguage, isDemo: view.isDemo, who: view.who },
      current: "persons",
      title: `${troubles.length > 0 ? `${errorTitle}: ` : ""}${frame.title} – Bacheca`,
      ...(address && { otherAddress: address(wordsOf(view.language).other.code) }),
    },
    html`<div class="container staff persons">
      ${frame.above ?? ""}
      <h1>${frame.title}</h1>
      ${notTaken(welcome.faultsTitle, troubles)}
      ${content}
    </div>`,
  );
}
