// The types of the charging guide, as charge.Data in Go writes them and as the engine answers; for the type check, the
// browser does not get this file.
declare namespace Guide {
  type State = "ya" | "tidak" | "belum diketahui";
  type Condition = string | { all?: Condition[]; any?: Condition[]; not?: Condition; atLeast?: { fact: string; n: number } };

  interface Amount {
    PrisonMin: number;
    PrisonMax: number;
    Life: boolean;
    DetentionMin: number;
    DetentionMax: number;
    FineMin: number;
    FineMax: number;
    Mode: string;
  }

  interface Data {
    offences: Offence[];
    groups: { id: string; title: string }[];
    facts: Fact[];
    notes: Note[];
    decisions: Decision[] | null;
    longestTerm: number;
    minShared: number;
    phrases: Record<string, string>;
    months: string[];
  }

  interface Offence {
    id: string;
    portion: string;
    title: string;
    family: string;
    from: string;
    until: string;
    endedBy: string;
    successor: string;
    elements: Element[];
    penalties: Penalty[];
    aggravations: Aggravation[] | null;
    relations: Relation[] | null;
    decisions: number[] | null;
  }

  interface Element {
    id: string;
    text: string;
    when: Condition | null;
    cite: string[];
    evidence: string[] | null;
    doubt: string;
  }

  interface Penalty {
    from: string;
    amount: Amount;
    cite: string[];
    doubt: string;
  }

  interface Aggravation {
    text: string;
    when: Condition | null;
    third: boolean;
    times: number;
    prison: boolean;
    fine: boolean;
    corporate: boolean;
    penalties: Penalty[] | null;
    cite: string[];
    doubt: string;
  }

  interface Relation {
    type: "khusus" | "subsidair" | "kumulatif" | "alternatif";
    to: string;
    why: string;
    cite: string[];
  }

  interface Fact {
    id: string;
    group: string;
    question: string;
    help: string;
    type: "ya-tidak" | "tanggal" | "angka";
    when: Condition | null;
  }

  interface Note {
    when: Condition | null;
    text: string;
    cite: string[];
    doubt: string;
    first: boolean;
  }

  interface Decision {
    id: string;
    yes: string[] | null;
    no: string[] | null;
  }

  interface Facts {
    day: string;
    until: string;
    today: string;
    answers: Record<string, boolean>;
    numbers: Record<string, bigint>;
  }

  interface Answer {
    facts: Facts;
    charges: Charge[];
    notes: Note[];
    missing: string[];
  }

  interface Charge {
    offence: Offence;
    status: Status;
    place: string;
    elements: ElementState[];
    sentence: Sentence | null; // null if it is not law
    later: Change | null;
    reasons: Reason[];
  }

  type Status = "fits" | "fits_if" | "excluded" | "not_law";

  interface ElementState {
    element: Element;
    state: State;
    because: string[];
  }

  interface Sentence {
    steps: Step[];
    final: Amount;
    ifProved: Step[];
  }

  interface Step {
    text: string;
    amount: Amount;
    cite: string[] | null;
    doubt: string;
    corporate: boolean;
  }

  interface Reason {
    text: string;
    cite: string[];
  }

  interface Change {
    day: string;
    offence: Offence | null;
    before: Amount;
    after: Amount | null;
    lenient: string;
    cite: string[];
    doubt: string;
  }

  interface Likeness {
    decision: number; // its place in Data.decisions
    shared: string[];
    differ: string[];
  }

  interface Rules {
    data: Data;
    facts: Map<string, Fact>;
    say(name: string, ...values: (string | number)[]): string;
    long(day: string): string;
    words(a: Amount): string;
    set(f: Facts, id: string, value: string): string;
    contradiction(f: Facts): string;
    isAsked(fact: Fact, f: Facts): boolean;
    askedBy(f: Facts): Set<string>;
    weigh(given: Facts): Answer;
    like(f: Facts, o: Offence): Likeness[];
  }
}

// What timbang.js adds to suluh.
interface Suluh {
  Rules: new (data: Guide.Data) => Guide.Rules;
}
