// What the program's verify-receipt checks of a receipt, all but whose key it is: the page cannot know that.

/** JSON in the canonical form of RFC 8785, whose numbers and texts are written as JavaScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) {
    return '[' + value.map(canonical).join(',') + ']';
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value).sort().map(name => JSON.stringify(name) + ':' + canonical(value[name]));
    return '{' + members.join(',') + '}';
  }
  return JSON.stringify(value);
}

/** The log's key: `name+hash+base64(1 ‖ key)`, its hash checked. */
function parseKey(text) {
  const at = text.indexOf('+');
  const [name, hash] = [text.slice(0, at), text.slice(at + 1, at + 9)];
  const typed = bytesOfBase64(text.slice(at + 10));
  const expected = hexOf(sha256(join(bytesOfText(name + '\n'), typed)).slice(0, 4));
  if (at < 1 || text[at + 9] !== '+' || typed.length !== 33 || typed[0] !== 1 || hash !== expected) {
    throw new Error('the log\'s key is not written as a key');
  }
  return { name, hash: bytesOfHex(hash), bytes: typed.slice(1) };
}

/** The checkpoint `origin ⏎ size ⏎ base64 root ⏎` and its signature lines. */
function parseNote(note) {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const lines = text.split('\n');
  const signatures = note.slice(split + 2, -1).split('\n').map(line => {
    const [dash, name, encoded, more] = line.split(' ');
    const bytes = bytesOfBase64(encoded || '');
    if (dash !== '—' || more !== undefined || bytes.length !== 68) {
      throw new Error('the checkpoint has a line that is no signature');
    }
    return { name, hash: bytes.slice(0, 4), signature: bytes.slice(4) };
  });
  const root = bytesOfBase64(lines[2] || '');
  if (split < 1 || !note.endsWith('\n') || lines.length !== 4 || !/^(?:0|[1-9][0-9]{0,17})$/.test(lines[1])
      || root.length !== 32) {
    throw new Error('the checkpoint is not written as a checkpoint');
  }
  return { text, origin: lines[0], size: lines[1], root, signatures };
}

/** Every object anywhere in a value that stands for an erasable text. */
function references(value) {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  const isOne = ['payload', 'kind', 'commitment', 'seal'].every(name => Object.hasOwn(value, name));
  return (isOne ? [value] : []).concat(...Object.values(value).map(references));
}

function commitment(kind, salt, content) {
  const zero = Uint8Array.of(0);
  return sha256(join(bytesOfText('backlot.payload/1'), zero, bytesOfText(kind), zero, salt,
      eightBytes(content.length), content));
}

/**
 * Checks a receipt. `checks` says in order what was looked at, each with its findings, none where it holds.
 * Throws an Error where the receipt cannot be read at all.
 */
function checkReceipt(receiptText) {
  const receipt = JSON.parse(receiptText);
  if (receipt === null || receipt.schema !== 'backlot.receipt/1') {
    throw new Error('this is no receipt of a kind that this page knows');
  }
  const key = parseKey(receipt.logKey);
  const note = parseNote(receipt.checkpoint);
  const entry = readEntry(receipt.entry);
  const texts = receipt.openings.map(opening => ({
    payload: opening.payload,
    kind: opening.kind,
    salt: bytesOfBase64(opening.salt),
    content: bytesOfBase64(opening.content),
  }));
  const checks = [
    { says: 'The record is in the log: its path leads to the signed root.', findings: [...inclusion(receipt, note)] },
    { says: 'The root is signed with the log\'s key, shown below in words.', findings: [...signature(note, key)] },
    { says: 'The record is written as records are, and belongs to this log.',
      findings: [...form(receipt, entry, note, key)] },
  ];
  if (entry.isWhole && (has(entry.value.person, 'key') || has(entry.value, 'signature'))) {
    checks.push({ says: 'The record is signed with the key that the log knows as that of ' + entry.value.person.name
        + '.', findings: [...signer(receipt, entry.value, note)] });
  }
  if (texts.length > 0 && entry.isWhole) {
    checks.push({ says: 'The texts shown are those that the record committed to.',
      findings: [...openings(texts, entry.value)] });
  }
  return { receipt, entry: entry.value, checks, texts, key, note, fingerprint: sha256(key.bytes) };
}

/** The entry's value, and what is wrong with how it is written. */
function readEntry(text) {
  try {
    const value = JSON.parse(text);
    const isOne = value !== null && value.schema === 'backlot.entry/1' && canonical(value) === text;
    return { value: isOne ? value : {}, isWhole: isOne };
  } catch (error) {
    return { value: {}, isWhole: false };
  }
}

function has(object, name) {
  return object !== null && typeof object === 'object' && Object.hasOwn(object, name);
}

/** Whether an entry, given with its index and path, is under the checkpoint. */
function isUnder(proven, note) {
  const path = proven.path.map(bytesOfHex);
  return path.length <= 63 && path.every(hash => hash.length === 32)
      && isIncluded(leafHash(bytesOfText(proven.entry)), proven.index, note.size, path, note.root);
}

function* inclusion(receipt, note) {
  if (!isUnder(receipt, note)) {
    yield { code: 'receipt.notIncluded',
      explanation: 'The path does not lead from this record to the signed root: the record, its number or the path '
          + 'was changed.' };
  }
}

function* signature(note, key) {
  const isByKey = note.signatures.some(line => line.name === key.name && isEqual(line.hash, key.hash)
      && isSigned(key.bytes, bytesOfText(note.text), line.signature));
  if (!isByKey) {
    yield { code: 'receipt.signatureInvalid', explanation: 'The checkpoint is not signed with the key in the receipt.' };
  }
}

function* form(receipt, entry, note, key) {
  if (!entry.isWhole) {
    yield { code: 'receipt.entryMalformed', explanation: 'The record is not written in the one form that records have.' };
    return;
  }
  if (entry.value.index !== receipt.index) {
    yield { code: 'receipt.indexMismatch',
      explanation: 'The record says number ' + entry.value.index + ', the receipt ' + receipt.index + '.' };
  }
  const origin = 'backlot.studio/' + entry.value.production;
  if (note.origin !== origin || key.name !== origin) {
    yield { code: 'receipt.productionMismatch',
      explanation: 'The record belongs to ' + origin + ', the checkpoint to ' + note.origin + ', the key to '
          + key.name + '.' };
  }
}

function* openings(texts, entry) {
  const known = new Map(references(entry.assertions).map(reference => [reference.payload, reference]));
  for (const text of texts) {
    const reference = known.get(text.payload);
    if (reference === undefined || reference.kind !== text.kind || text.salt.length !== 32
        || hexOf(commitment(text.kind, text.salt, text.content)) !== reference.commitment) {
      yield { code: 'receipt.openingMismatch',
        explanation: 'Text ' + text.payload + ' is not the one that the record committed to.' };
    }
  }
}

const GUARDED_EVENTS = ['review', 'consent', 'withdrawal', 'handover', 'override'];

/** Whether the log enrolled a person of that name with that key before, and whether the key signed. */
function* signer(receipt, entry, note) {
  if (!has(entry.person, 'key') || !has(entry, 'signature')) {
    yield { code: 'receipt.signerInvalid', explanation: 'The record names a key and no signature, or has a signature '
        + 'and does not say whose.' };
    return;
  }
  let enrolling = entry;
  if (has(receipt, 'enrolment')) {
    if (!isUnder(receipt.enrolment, note)) {
      yield { code: 'receipt.notIncluded',
        explanation: 'The path does not lead from the signer\'s enrolment to the signed root.' };
    }
    const read = readEntry(receipt.enrolment.entry);
    if (!read.isWhole) {
      yield { code: 'receipt.entryMalformed', explanation: 'The signer\'s enrolment cannot be read.' };
      return;
    }
    enrolling = read.value;
  }
  const { person = {}, keys = {} } = enrolling.assertions;
  const key = [keys.everyday, keys.guarded]
      .find(one => typeof one === 'string' && hexOf(sha256(bytesOfHex(one))) === entry.person.key);
  if (key === undefined || person.act === 'retire' || person.name !== entry.person.name
      || !['person', 'production'].includes(enrolling.event) || enrolling.index > entry.index
      || enrolling.production !== entry.production
      || (has(receipt, 'enrolment') && enrolling.index !== receipt.enrolment.index)) {
    yield { code: 'receipt.signerUnknown', explanation: 'The receipt does not show that ' + entry.person.name
        + ' has the key that signed.' };
    return;
  }
  const { signature, ...unsigned } = entry;
  if (!isSigned(bytesOfHex(key), bytesOfText(canonical(unsigned)), bytesOfBase64(signature))) {
    yield { code: 'receipt.signerInvalid',
      explanation: 'The record\'s signature is not by the key of ' + entry.person.name + '.' };
  }
  if (GUARDED_EVENTS.includes(entry.event) && key !== keys.guarded) {
    yield { code: 'receipt.notGuarded', explanation: 'Such a record must be signed with the guarded key of '
        + entry.person.name + ', and the everyday key signed it.' };
  }
}
