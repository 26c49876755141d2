/** Words of the page that computes on the reader's device, mounted at `diagnosis.screens.privateScore`. */
export const privateScoreEn = {
  title: 'Private score',
  promise:
    'Computed on this device, by the model that serves the server’s own scores. Nothing you enter is sent or kept; it is gone when you leave the page.',
  outcome: 'Risk of',
  loading: {
    title: 'Getting ready on this device',
    runtime: 'Loading the program that runs models: {loaded} of {total} MB',
    runtimeOpen: 'Loading the program that runs models: {loaded} MB so far',
    model: 'Loading and checking the model',
    progress: 'Loading',
    cancel: 'Cancel',
    cancelled: 'Nothing is loaded. Your entries are still here.',
    load: 'Load the model',
    again: 'Try again',
  },
  ready: 'Ready: model loaded and checked. Nothing you enter travels over the network.',
  errors: {
    title: 'The risk cannot be computed on this device',
    noWebAssembly:
      'This browser cannot run the model: it has no WebAssembly, or a setting forbids it. Use a newer browser, or the patient page, where the server computes.',
    notSecure:
      'Over a plain HTTP address a browser cannot check what it loaded. Open Praxis over HTTPS, or on the machine that runs it.',
    unreachable: 'The server did not answer, so the model could not be loaded. Your entries are still here.',
    signedOut: 'Your session has ended. Reload the page to sign in again; your entries are lost then.',
    missing: 'The server has no file for this model. It is written at the end of a training run.',
    damaged:
      'The loaded file is not the model that was promised, so it was not opened. A new model may have been promoted: reload the page. If it stays so, tell your administrator.',
    failed: 'The program that runs models stopped. Try again; if it stays so, use the patient page.',
  },
  none: {
    title: 'No model is ready',
    text: 'Models are being trained. The page can be used when the first one is ready.',
  },
  prefilled: 'Values of person {id}, as known on day 0.',
  prefilledCohort:
    'They are in the cohort: their own page asks a model that has not seen them, so its figures may differ a little.',
  form: 'What is known',
  about: 'Person',
  measured: 'Measurements',
  diagnoses: 'Known diagnoses',
  counts: 'How often it was measured',
  countsNote: 'Left empty, a value counts as measured once.',
  optional: 'What is not known stays empty.',
  field: '{label}, {unit}',
  bmiHint: 'Follows from weight and height where empty.',
  fib4Hint: 'Known to the model only above 2.67; leave it empty below.',
  unknown: 'Not known',
  required: 'Needed for a risk.',
  clear: 'Clear all',
  waiting: 'Enter age and sex to see the risk.',
  invalid: 'Some values are outside what is possible; the risk appears when they are mended.',
  alreadyHas: 'It is known already. There is no risk of getting it for the first time.',
  result: 'Result',
  announced: '{outcome}: {risk}, {range}',
  fromPatient: 'Compute on this device',
  fromPatientNote: 'with these values; nothing is sent.',
};
