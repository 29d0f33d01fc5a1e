package org.openhall.catalogue.internal.testing;

/** The files of the parking item and of extensions of it, as their authors wrote them. */
final class ParkingFiles {

    static final String YAML = """
            item: parking
            version: 1.0.0
            serves: [parking-permit]
            implementations:
              - code: parking-permit
                name: 停车许可
                department: {code: traffic, name: 交通局}
                region: {code: "110000", name: 北京市}
                themes: [交通出行]
            guide:
              subjects: [natural]
              online: full
              visits: 0
              fee: none
              conditions: 1
              legalBases: [{title: 停车管理办法第一条}]
            limits:
              promised: {days: 3, unit: working}
            materials:
              letter:
                need: conditional
                when: {scope: "#/properties/agent", schema: {const: true}}
                accepts: [pdf]
                maxSize: 20 MB
            start: [intake]
            steps:
              intake:
                post: intake
                outcomes:
                  accept: {to: [look], marks: accepted, clock: start}
                  decline: {end: declined, opinion: required}
              look:
                post: review
                outcomes:
                  good: {end: completed, document: permit}
            rules: []
            documents: [permit]
            faq: 1
            """;

    static final String SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "plate": {"type": "string", "minLength": 1, "maxLength": 10},
                "agent": {"type": "boolean"}
              },
              "required": ["plate"],
              "additionalProperties": false
            }
            """;

    static final String UI = """
            {
              "type": "Categorization",
              "elements": [
                {
                  "type": "Category",
                  "i18n": "car",
                  "elements": [
                    {"type": "Control", "scope": "#/properties/plate"},
                    {"type": "Control", "scope": "#/properties/agent"}
                  ]
                }
              ]
            }
            """;

    static final String TEXTS = """
            name=停车许可 Parking permit
            summary=Park here.
            aliases=车位 garage
            condition.1=You have a car.
            step.intake.name=Intake
            step.look.name=Look
            outcome.good=Looks good
            document.permit.name=Permit
            material.letter.name=Letter
            faq.1.question=How long?
            faq.1.answer=A day.
            page.car.title=Car
            field.plate.label=Plate
            field.agent.label=Agent
            plate.bad=This plate cannot be
            material.letter.hint=Signed by the owner.
            """;

    static final String ACCEPTED = """
            {
              "applicant": "natural",
              "answers": {"plate": "A 1", "agent": true},
              "materials": ["letter"],
              "acts": ["accept"],
              "state": "accepted"
            }
            """;

    static final String EXTENSION = """
            extension: KEY
            version: 1.0.0
            extends: {item: parking, versions: "[1.0,2)"}
            order: 100
            rules: []
            steps:
              look:
                at: intake.accept
                post: review
                outcomes:
                  safe: {onward: true}
                  unsafe: {end: refused, opinion: required}
            """;

    static final String EXTENSION_TEXTS = """
            name=The KEY 扩展
            summary=Looks once more.
            step.look.name=The KEY looks
            outcome.safe=Safe
            outcome.unsafe=Unsafe
            said=The KEY says {0}
            """;

    private ParkingFiles() {}
}
