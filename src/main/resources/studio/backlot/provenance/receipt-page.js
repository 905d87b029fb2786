// Shows a receipt and what its check gave. Everything from the receipt is set as text, never as markup.

const EVENTS = {
  production: 'The production was made',
  intent: 'A run began',
  outcome: 'A run ended',
  export: 'A file left the production',
  redaction: 'Texts were erased',
  checkpoint: 'A checkpoint was handed over',
  key_rotation: 'The log\'s key was changed',
  import: 'Work came from elsewhere',
  human_edit: 'A person changed a file',
  review: 'A verdict',
  consent: 'A consent',
  withdrawal: 'A consent was withdrawn',
  handover: 'Work was handed over',
  person: 'A person was enrolled or changed',
  policy: 'A rule of the production',
  use_case: 'A use case was answered',
  show_tree: 'The show tree was changed',
  submit: 'Work was submitted',
  override: 'A stop was overridden',
};

function at(id) {
  return document.getElementById(id);
}

function element(name, text, ...children) {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** Every text in a value under one of these names, once. */
function valuesOf(value, names) {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  const found = Object.entries(value).flatMap(([name, member]) =>
      names.includes(name) && typeof member === 'string' ? [member] : valuesOf(member, names));
  return [...new Set(found)];
}

function member(value, ...path) {
  return path.reduce((inner, name) => (inner === null || typeof inner !== 'object' ? undefined : inner[name]), value);
}

/** Whether a verdict, or the approval that a file left by, is the maker's own. */
function isSelfApproved(facts) {
  return member(facts, 'verdict', 'selfApproved') === true || member(facts, 'export', 'approval', 'selfApproved') === true;
}

/** The record in the order of the record slip; a line without anything to say is left out. */
function slip({ receipt, entry, note, texts }) {
  const facts = entry.assertions || {};
  const what = [EVENTS[entry.event] || entry.event, member(facts, 'run', 'status'),
    member(facts, 'verdict', 'decision'), isSelfApproved(facts) ? 'self-approved: maker and approver are one person'
    : '', ...valuesOf(facts, ['asset', 'file']).map(hash => 'file ' + hash)];
  const who = [(member(entry, 'person', 'name') || '') + ', ' + (member(entry, 'person', 'role') || ''),
    has(entry.person, 'key') ? 'signed with key ' + entry.person.key : 'signed by nobody: the name is as typed'];
  const packs = Array.isArray(facts.packs) ? facts.packs : [];
  const madeWith = packs.map(pack => member(pack, 'name') + ' (' + member(pack, 'licence') + ')');
  const from = texts.map(text => text.kind.replace('_', ' ') + ': ' + (text.kind === 'tokens'
      ? text.content.length + ' bytes, shown in the file' : new TextDecoder().decode(text.content)));
  const decisions = Array.isArray(facts.decisions) ? facts.decisions : [];
  const allowedBy = decisions.map(decision => member(decision, 'rule') + ': ' + member(decision, 'decision'));
  const use = [member(facts, 'use', 'label') || member(facts, 'export', 'use') || member(facts, 'verdict', 'use')];
  const number = ['record ' + receipt.index + ' of ' + note.size + ', counted from 0', entry.time, note.origin];
  return [['What', what], ['Who', who], ['Made with', madeWith], ['From', from], ['Allowed by', allowedBy],
    ['Used for', use], ['Record no.', number]]
      .map(([label, lines]) => [label, lines.filter(line => line !== undefined && line !== '')])
      .filter(([, lines]) => lines.length > 0);
}

/** The fingerprint as words of the PGP word list, eight in a line. */
function wordsOf(fingerprint) {
  const pairs = at('words').textContent.trim().split('\n').map(line => line.split(' '));
  const words = Array.from(fingerprint, (byte, i) => pairs[byte][i % 2]);
  return [0, 8, 16, 24].map(start => words.slice(start, start + 8).join(' ')).join('\n');
}

function show(result) {
  const findings = result.checks.flatMap(check => check.findings);
  at('verdict').className = findings.length === 0 ? 'yes' : 'no';
  at('verdict').textContent = findings.length === 0
      ? '✓ Nothing in this receipt was changed. Whose it is, only the key below can tell.'
      : '✕ Damaged: ' + findings.length + (findings.length === 1 ? ' finding' : ' findings');
  document.body.dataset.codes = findings.map(finding => finding.code).join(' ');
  document.body.dataset.state = findings.length === 0 ? 'whole' : 'damaged';
  for (const check of result.checks) {
    const holds = check.findings.length === 0;
    const line = element('li', (holds ? '✓ ' : '✕ ') + check.says);
    line.className = holds ? 'yes' : 'no';
    check.findings.forEach(finding => line.append(element('p', finding.explanation + ' (' + finding.code + ')')));
    at('checks').append(line);
  }
  for (const [label, lines] of slip(result)) {
    at('slip').append(element('dt', label), element('dd', lines.join('\n')));
  }
  at('entry').textContent = JSON.stringify(result.entry, null, 2);
  at('fingerprint-words').textContent = wordsOf(result.fingerprint);
  at('fingerprint').textContent = hexOf(result.fingerprint);
  at('file').addEventListener('change', () => compare(result.entry));
}

/** Says whether the record names the file that the reader chose. */
async function compare(entry) {
  const file = at('file').files[0];
  if (file !== undefined) {
    at('file-verdict').textContent = 'Reading…';
    const hash = hexOf(sha256(new Uint8Array(await file.arrayBuffer())));
    const isNamed = valuesOf(entry.assertions, ['asset', 'file']).includes(hash);
    at('file-verdict').className = isNamed ? 'yes' : 'no';
    at('file-verdict').textContent = isNamed
        ? '✓ This very file is named in the record.'
        : '✕ The record does not name this file. Its hash is ' + hash + '.';
  }
}

try {
  show(checkReceipt(at('receipt').textContent));
} catch (error) {
  at('verdict').className = 'no';
  at('verdict').textContent = '✕ This receipt cannot be read: ' + error.message;
  document.body.dataset.codes = 'receipt.malformed';
  document.body.dataset.state = 'damaged';
}
