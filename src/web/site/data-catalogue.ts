import { pageNames, wholeAddress } from "./addresses.ts";
import type { Site } from "./site.ts";

const languages = { it: "ITA", en: "ENG" } as const;
const authorityTable = "http://publications.europa.eu/resource/authority";

/** The names that DCAT-AP_IT 1.0 uses, so that the catalogue reads like its guide. */
const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  dcatapit: "http://dati.gov.it/onto/dcatapit#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const to = (address: string) => ({ "@id": address });

interface Distribution {
  address: string;
  title: string;
  /** In the European table of kinds of file. */
  format: "CSV" | "JSON" | "RSS" | "ATOM";
  mediaType: string;
}

interface Dataset {
  id: string;
  title: string;
  description: string;
  keywords: readonly string[];
  /** In the European table of themes. */
  themes: readonly string[];
  distributions: Distribution[];
}

/**
 * The open data of an authority as a catalogue by DCAT-AP_IT, which the national one (dati.gov.it) harvests. `changedAt`
 * is when the newest of them changed.
 */
export function dataCatalogue(site: Site, changedAt: Date): object {
  const datasets = datasetsOf(site);
  return {
    "@context": context,
    "@graph": [
      catalogueNode(site, datasets, changedAt),
      ownerNode(site),
      ...licenceNodes(site),
      ...datasets.flatMap((dataset) => [
        datasetNode(site, dataset, changedAt),
        ...dataset.distributions.map((each) => distributionNode(site, each)),
      ]),
    ],
  };
}

const inWords = ({ place }: Site, text: string) => ({ "@language": place.language, "@value": text });
const languageOf = ({ place }: Site) => to(`${authorityTable}/language/${languages[place.language]}`);
const ownerOf = ({ place }: Site) => `${place.home}#ente`;

function catalogueNode(site: Site, datasets: readonly Dataset[], changedAt: Date): object {
  const { authority, place, words } = site;
  const { catalogue } = words.schema;
  return {
    "@id": `${place.home}#catalogo`,
    "@type": ["dcat:Catalog", "dcatapit:Catalog"],
    "dct:title": inWords(site, catalogue.title(authority.name)),
    "dct:description": inWords(site, catalogue.description(authority.name)),
    "dct:publisher": to(ownerOf(site)),
    "dct:language": languageOf(site),
    "dct:modified": day(changedAt),
    "foaf:homepage": to(wholeAddress(place, pageNames.data)),
    "dcat:themeTaxonomy": to(`${authorityTable}/data-theme`),
    "dcat:dataset": datasets.map(({ id }) => to(id)),
  };
}

function ownerNode(site: Site): object {
  return {
    "@id": ownerOf(site),
    "@type": ["foaf:Agent", "dcatapit:Agent"],
    "dct:identifier": site.said.ipaCode ?? site.authority.id,
    "foaf:name": inWords(site, site.authority.name),
  };
}

/** None where the authority has not decided on one. */
function licenceNodes({ said }: Site): object[] {
  if (!said.licence) return [];
  const types = ["dct:LicenseDocument", "dcatapit:LicenseDocument"];
  return [{ "@id": said.licence.url, "@type": types, "foaf:name": said.licence.name }];
}

function datasetNode(site: Site, dataset: Dataset, changedAt: Date): object {
  const { place } = site;
  return {
    "@id": dataset.id,
    "@type": ["dcat:Dataset", "dcatapit:Dataset"],
    "dct:identifier": dataset.id,
    "dct:title": inWords(site, dataset.title),
    "dct:description": inWords(site, dataset.description),
    "dct:language": languageOf(site),
    "dct:modified": day(changedAt),
    "dcat:theme": dataset.themes.map((theme) => to(`${authorityTable}/data-theme/${theme}`)),
    "dcat:keyword": dataset.keywords.map((word) => inWords(site, word)),
    "dct:rightsHolder": to(ownerOf(site)),
    "dct:publisher": to(ownerOf(site)),
    "dct:accrualPeriodicity": to(`${authorityTable}/frequency/UPDATE_CONT`),
    "dct:conformsTo": to(wholeAddress(place, pageNames.schema)),
    "dcat:landingPage": to(wholeAddress(place, pageNames.data)),
    "dcat:distribution": dataset.distributions.map(({ address }) => to(address)),
  };
}

function distributionNode(site: Site, { address, title, format, mediaType }: Distribution): object {
  const { licence } = site.said;
  return {
    "@id": address,
    "@type": ["dcat:Distribution", "dcatapit:Distribution"],
    "dct:title": inWords(site, title),
    "dct:format": to(`${authorityTable}/file-type/${format}`),
    "dcat:mediaType": mediaType,
    "dcat:accessURL": to(address),
    "dcat:downloadURL": to(address),
    ...(licence && { "dct:license": to(licence.url) }),
  };
}

function datasetsOf({ place, words }: Site): Dataset[] {
  const { catalogue } = words.schema;
  const { names } = words.data;
  // One address for all languages: the data are the same.
  const at = (page: string) => wholeAddress({ ...place, language: place.usual }, page);
  return [
    {
      id: `${place.home}#notizie`,
      title: catalogue.items,
      description: catalogue.itemsText,
      keywords: catalogue.keywords,
      themes: ["SOCI", "ECON"],
      distributions: [
        { address: at("dati/notizie.csv"), title: names.csv, format: "CSV", mediaType: "text/csv" },
        {
          address: at("dati/notizie.json"),
          title: names.data,
          format: "JSON",
          mediaType: "application/json",
        },
        { address: at("notizie/rss.xml"), title: names.rss, format: "RSS", mediaType: "application/rss+xml" },
        {
          address: at("notizie/atom.xml"),
          title: names.atom,
          format: "ATOM",
          mediaType: "application/atom+xml",
        },
      ],
    },
    {
      id: `${place.home}#registro`,
      title: catalogue.register,
      description: catalogue.registerText,
      keywords: catalogue.registerKeywords,
      themes: ["GOVE"],
      distributions: [
        { address: at(`${pageNames.register}.csv`), title: names.csv, format: "CSV", mediaType: "text/csv" },
      ],
    },
  ];
}

function day(moment: Date): object {
  return { "@type": "xsd:date", "@value": moment.toISOString().slice(0, 10) };
}
