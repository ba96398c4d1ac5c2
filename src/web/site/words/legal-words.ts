/** What the pages about privacy, rights and access say. */
export interface LegalWords {
  privacy: {
    title: string;
    lead: string;
    controller: string;
    controllerText(authority: string): string;
    officer(address: string): string;
    here: string;
    hereText: string;
    social: string;
    socialText(network: string): string;
    insights: string;
    insightsText(authority: string, network: string): string;
    retention: string;
    /** For how many months messages and comments, files, and texts of decisions are kept. */
    retentionText(talk: number, comments: number, files: number, decisions: number): string;
    retentionHeld: string;
    rights: string;
    rightsText: string;
    notice: string;
  };
  legal: {
    title: string;
    content: string;
    contentText(authority: string): string;
    official: string;
    officialText: string;
    reuse: string;
    reuseUnder: string;
    reuseUnknown: string;
    software: string;
    softwareText: string;
  };
  accessibility: {
    title: string;
    lead: string;
    how: string;
    howText: string;
    statement: string;
    statementLink: string;
    report: string;
    reportText: string;
    noContact: string;
  };
}
