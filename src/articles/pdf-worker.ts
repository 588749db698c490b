/** Where the build puts the worker of pdf.js, that of the browsers we support: a file of its own, of our origin. */
export { default as pdfWorkerAddress } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
