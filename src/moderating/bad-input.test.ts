import { describe, expect, test } from "vitest";
import { removesFromSight } from "./action.ts";
import type { TriageContext } from "./context.ts";
import { triage } from "./triage.ts";

const comment: TriageContext = { channel: "comment", postText: "Magazziniere a Lomazzo." };

function surelyHides(text: string): boolean {
  return triage(text, comment).suggestions.some(
    ({ action, confidence }) => removesFromSight(action) && confidence === "certain",
  );
}

describe("another language is read by a person, and breaks no rule for sure", () => {
  test.each([
    "هل يوجد عمل في مطعم؟ لا أتكلم الإيطالية جيدا",
    "أنتم أغبياء ولصوص",
    "السلام عليكم، أريد التسجيل في الدورة",
    "شكرا لكم على المساعدة",
    "Salam alaykum khoya wach kayn chi khdma f Milano",
    "A ka punë për kamarier në Como?",
    "Jam pa punë prej dy vjetësh, si mund të aplikoj?",
    "Jeni budallenj, gomarë të gjithë",
    "Faleminderit shumë, ishit të sjellshëm",
    "Mut jeni, pis",
    "Bună ziua, mai sunt locuri libere la cules de mere?",
    "Caut de muncă ca șofer, am permis categoria C",
    "Sunteți niște proști și hoți",
    "Vreau să știu dacă curul este gratuit, adică cursul",
    "Du-te dracului cu anunțul tău",
    "Multumesc frumos pentru informatii",
    "请问这个工作还招人吗?我会做饭",
    "你们都是骗子,去死吧",
    "谢谢,我的电话以后再给",
    "Hello, is this job still open? I do not speak Italian very well",
    "You are a bunch of idiots and thieves",
    "This office is a scandal, nobody ever answers",
    "Is there a gay friendly hostel near the fiera?",
    "Thank you so much for the help",
    "Fuck off all of you",
    "My cat is a fool, but I love the job",
    "Доброго дня, чи є робота для жінок з дітьми?",
    "Ви ідіоти, соромно так працювати",
    "Дякую за допомогу, ви дуже добрі",
    "Ищу работу водителем, есть права",
    "Вы все козлы",
    "Dobryi den, shukaju robotu na fermi",
    "Bonjour, est-ce que le poste est encore libre? Merci",
    "Bande de cons, vous ne répondez jamais",
    "C'est quoi ce délire, le con de la cour est fermé",
    "Hola, busco trabajo de cocinera, tengo papeles",
    "Son unos idiotas y unos ladrones",
    "Mi puta vida, otra vez el formulario",
    "Guten Tag, ist die Stelle noch frei?",
    "Ihr seid alle Idioten",
    "Die Bank in Porcia ist zu, wo kann ich mich melden?",
    "Hallo, ich bin dick und fett, kann ich trotzdem arbeiten?",
    "Selam, adem da mora punë",
    "Mirë dita, troja ime është në fshat, a ka punë atje?",
    "I live near the negro leagues museum, can I apply from abroad?",
    "Mein Vater heisst Ladro und sucht Arbeit",
    "Fag Ord Dansk, jeg søger arbejde i Italien",
    "Mi hijo es un mongol de Ulan Bator, nacido en Mongolia",
    "Sunt invalid de gradul doi, se poate munci?",
    "Ma mère est handicapée, y a-t-il une aide?",
    "Ik ben een kok en zoek werk",
    "Szukam pracy na magazynie, mam uprawnienia na wózek",
    "Procuro trabalho como pedreiro, sou brasileiro",
    "Trabajo de cuidadora interna, me cago en los contratos de mierda",
  ])("%s", (text) => {
    expect(triage(text, comment).needsPerson).toBe(true);
    expect(surelyHides(text)).toBe(false);
  });
});

describe("despair is understood in the languages most often written", () => {
  test.each([
    "Eu nu mai vreau să trăiesc",
    "I want to die, nobody helps me",
    "لا أريد أن أعيش بعد الآن",
    "我不想活了",
    "Я більше не хочу жити",
    "Nuk dua të jetoj më",
    "No quiero vivir más",
    "Je veux mourir",
    "Ich will nicht mehr leben",
  ])("%s", (text) => {
    expect(triage(text, comment)).toMatchObject({ action: "crisis", needsPerson: true });
  });
});

describe("what is no language is looked at by a person", () => {
  test.each([
    ["signs alone", "😀😀😀"],
    ["a rude sign alone", "🖕🖕🖕"],
    ["a knife alone", "🔪"],
    ["dots", "..."],
    ["base64", "aGVsbG8gd29ybGQgdGhpcyBpcyBhIHRlc3QgZm9yIGJhc2U2NA=="],
    ["keys pressed", "asdfghjkl qwrtzp"],
    ["two scripts", "Привет, come si fa domanda? спасибо"],
    ["two scripts, the other way round", "你好, vorrei lavorare, 我会做饭"],
    ["100 kB of base64", Buffer.from("bacheca".repeat(11_000)).toString("base64")],
    ["100 kB of another script", "مرحبا ".repeat(17_000)],
  ])("%s", (_, text) => {
    expect(triage(text, comment).needsPerson).toBe(true);
    expect(surelyHides(text)).toBe(false);
  });

  test("a picture without text", () => {
    expect(triage("", { ...comment, hasPicture: true }).needsPerson).toBe(true);
    expect(triage("👍", { ...comment, hasPicture: true }).needsPerson).toBe(true);
  });
});

describe("praise that means the opposite stays in sight", () => {
  test.each([
    "Complimenti davvero, tre mesi per una mail, un record mondiale",
    "Bravissimi, continuate così che andate lontano",
    "Ah però, che velocità, quasi come la posta nel medioevo",
    "Certo, certo, il lavoro c'è per tutti, come no",
    'Sì sì, "formazione inclusa", immagino il caffè',
    "Ma che carini, 600 euro al mese, non so come spenderli",
    "Geni assoluti, il modulo si scarica dal sito che non si apre",
  ])("%s", (text) => {
    expect(["none", "answer"]).toContain(triage(text, comment).action);
  });
});
