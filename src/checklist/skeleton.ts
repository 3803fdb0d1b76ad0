/** A small checklist with everything explained, that is right as it stands and whose examples hold. */
export const skeleton = (
  name: string,
): string => `# yaml-language-server: $schema=./node_modules/attune/checklists/checklist.schema.json
# A checklist of your own. \`attune checklist check ${name}.yaml\` says what is wrong with it,
# \`attune checklist test ${name}.yaml --coverage\` runs its examples, \`attune audit calls/ -c ${name}.yaml\` judges by it.
name: ${name}
title: What we look for
version: "1.0"
summary: Our own scorecard

# Takes all checks of another list; what stands below comes on top, and a check of the same id takes its place.
# extends: core            # a list that ships, ./a-file.yaml, or an npm package: attune-checklist-x
# without: [alternatives]  # checks of it that you do not want

pass-mark: 70
bands: { Excellent: 90, Good: 75, Fair: 60 }

# Asked of some conversations only: by channel, by what the export says, by what was heard.
# applies-when: { channel: voice, metadata: { queue: [billing, sales] } }

sections:
  - name: Opening
    weight: 30
  - name: Help
    weight: 70

# Phrases to add to lists that ship, or to take away from them, without copying them.
# phrases:
#   empathy:
#     add: ["that is no fun at all"]
#     remove: ["no wonder"]

# Words for <team> in the phrases below.
classes:
  team: [team, department, desk]

# Acts of your own: phrases, and who says them (agent, customer, bot or any).
acts:
  recording-notice:
    by: agent
    # What keeps a phrase from counting: negated, quoted, conditional, question.
    guards: [quoted, conditional]
    phrases:
      - (call|calls|line|conversation) (is|are|may be|is being|will be) recorded
      - we record (all|our|these)? calls
  names-team:
    by: agent
    phrases:
      - (speaking|through) (to|with) the ..2 <team>

checks:
  # A check of yours: where to look, what to expect, what it weighs.
  - id: recording-notice
    title: Says that the call is recorded
    section: Opening
    kind: include          # answer, avoid, balance, fact, grade, include, inform, order, trend
    acts: recording-notice
    by: agent
    first: 3               # 3 turns of the agent; also 30s or 20%, and in: opening
    weight: 10
    auto-fail: true        # a fail fails the whole audit; the score stays visible
    coach: Tell them in the first breath; then it is said.
    say: ["This call is recorded so that we can get better at this."]
    examples:
      pass:
        - |
          agent: Good morning, this call is recorded. How can I help?
          customer: Hi, my parcel is late.
      fail:
        - |
          agent: Good morning, how can I help?
          customer: Hi, my parcel is late.
      near:
        fail:
          - |
            agent: Good morning, how can I help?
            customer: Is this call recorded?

  - id: names-team
    title: Says which team they have reached
    section: Opening
    kind: include
    acts: names-team
    bonus: true            # raises the score, never lowers it
    weight: 3
    coach: A name for the place they have reached saves them a question.

  # Checks that ship, as they are or with another weight, title or coach text.
  - use: empathy
    section: Help
    weight: 15
  - use: next-steps
    section: Help

  # Either will do (any), or all are needed (all): ids of checks, or checks written here.
  - id: way-forward
    title: Shows a way forward
    section: Help
    any:
      - alternatives
      - { kind: include, acts: positive, at-least: 2 }
    weight: 10
    coach: Put the nearest "can" beside every "can't".
`;
