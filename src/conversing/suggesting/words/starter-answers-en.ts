import type { StarterWords } from "./starter-words.ts";

export const starterAnswers: StarterWords = {
  office: {
    title: "Where we are and how to reach us",
    text: "Good morning {nome},\nyou find us at the desk of {sede}, {indirizzo}. You can also call {telefono} or write to {email}.",
  },
  enrolment: {
    title: "Enrolling at the employment centre (DID)",
    text: "Good morning {nome},\nto enrol as unemployed you need the declaration of immediate availability (DID). You make it online with SPID or CIE, or at the desk of {sede} with an identity document. If you need help, call us: {telefono}.",
  },
  unemployment: {
    title: "NASpI and benefits: INPS",
    text: "Good morning {nome},\napplications and payments of NASpI and other benefits are a matter of INPS, not of our service. You can turn to INPS, online with SPID or CIE, or to a patronato. For enrolment we are here: {telefono}.",
  },
  appointment: {
    title: "Booking an appointment",
    text: "Good morning {nome},\nfor an appointment call {telefono} or write to {email} and say what you need. We confirm day and time. Please do not write your data in comments.",
  },
  curriculum: {
    title: "Curricula: not here",
    text: "Good morning {nome},\nto protect your data we collect no curricula in comments or messages: an application does not count here. To apply, please follow the notice. If you need help with your curriculum, the desk of {sede} helps you free of charge: {telefono}.",
  },
  selection: {
    title: "What became of an application",
    text: "Good morning {nome},\nafter the closing date we pass applications to the employer, who calls whoever they want to meet. To know about yours, call {sede} at {telefono}: we cannot see your data from here.",
  },
  courses: {
    title: "Training courses",
    text: "Good morning {nome},\nto know which free courses you can attend you need a talk at the desk of {sede}. You can book it at {telefono} or {email}.",
  },
  certificate: {
    title: "Certificates and status of unemployment",
    text: "Good morning {nome},\nfor certificates please come to the desk of {sede} with an identity document, or write to {email}. We cannot issue documents from here.",
  },
  targeted: {
    title: "Targeted placement",
    text: "Good morning {nome},\nfor targeted placement (law 68/1999) there is an office of its own. For your privacy do not write about your health here: call {telefono} and we arrange a talk.",
  },
  foreigners: {
    title: "Residence permit and work",
    text: "Good morning {nome},\nwhoever has a residence permit that allows work can enrol and apply. The requirements of each notice stand in its text. Bring the permit and an identity document to the desk of {sede}: we help you.",
  },
  "no-answer": {
    title: "Nobody answers the telephone",
    text: "Good morning {nome},\nwe are sorry for the wait. If the line is busy, write to {email} with a number to call you back. Please do not write it in comments.",
  },
  "no-certified-mail": {
    title: "No certified mail or SPID",
    text: "Good morning {nome},\nwithout certified mail or SPID you can come to the desk of {sede}, {indirizzo}, with an identity document: we do together what is needed. To know when we are open: {telefono}.",
  },
  complaint: {
    title: "Something that went wrong",
    text: "Good morning {nome},\nwe are sorry for what happened and thank you for telling us. We look into it and answer you here. For a formal complaint you can write to the certified mail {pec}.",
  },
};
