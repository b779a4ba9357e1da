/** The beginning of docs/rules.md: what a rule is, and how a folder changes what the rules say. */
export const RULES_PAGE_INTRODUCTION = `# Rules

What pmjob checks a job file for. Each rule has a code, which stands beside its message in the editor and on the command line.
\`pmjob explain CODE\` shows the same as this page. This page is generated from the rules and from the examples that test them.

| severity | what it means |
|---|---|
| error | the platform refuses it, or the file is no job |
| warning | the job would not do what the file seems to say, or is risky |
| information | worth knowing |
| hint | does nothing; shown faded |

A file with an \`id\` is an update: it says only what it changes, so nothing is said about what is absent. What a push
composes of it is judged whole before it is sent.

## Settings

\`.pmjob/config.json\`, in the nearest folder above a job file that has a \`.pmjob\` folder, changes what the rules say. It is made to
be committed. Editors, \`pmjob validate\`, \`plan\` and \`push\` read it alike.

\`\`\`json
{
  "rules": {
    "start-in-past": "error",
    "unknown-field": "information",
    "too-many-actions": "off"
  },
  "allowedFields": ["newField", "/notification/newField", "/postDeployActions/*/newField"]
}
\`\`\`

- \`rules\` gives a code another severity: \`error\`, \`warning\`, \`information\`, \`hint\`, or \`off\` for silence.
- \`allowedFields\` names fields that [unknown-field](#unknown-field) says nothing of, because your platform is newer than pmjob. A
  name allows the field anywhere. A place (it begins with \`/\`) allows it there alone; \`*\` stands for any item of a list.

The quick fixes *Turn this rule off here* and *Allow this field* write this file. An error is not offered to be turned off.

What is wrong in the file does not count: you are told where, and the rules stay as they are by themselves. A file that is not
JSON sets nothing at all; neither does an empty one, of which nothing is told.

**A push keeps its errors.** The settings may make a rule stricter for a push, never laxer: what this page calls an error stops a
push also where the settings lower it or turn it off. They only change what the editor and \`pmjob validate\` say. The reason: the
file is shared and outlives the day on which somebody wrote it, and nobody who pushes would see what it let through. Who
wants to send a body in spite of an error says so at that push: *Push anyway* in the editor, \`--allow-errors\` on the command line.

## All rules`;
