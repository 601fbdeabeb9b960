// What panduan.js and dokumen.js add to suluh, and what static/suluh.js gives them, for the type check.
interface Suluh {
  GuidePages: new (data: any) => any;
  guide?: Promise<void>; // settled when the page of the guide answers
  docx(parts: any, markdown: string): Blob;
}

interface Window {
  answerWhileAsked(form: HTMLFormElement, pageAt: (address: string) => Promise<ParentNode>): void;
}
