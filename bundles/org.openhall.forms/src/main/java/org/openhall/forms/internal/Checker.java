package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;

/** Compiles pieces of JSON Schema 2020-12; one for each form, so that nothing piles up between forms. */
final class Checker {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(BoundedPattern::new)
                            .formatAssertionsEnabled(false)
                            .build()));

    Schema compile(JsonNode node) {
        Schema schema = registry.getSchema(node);
        schema.initializeValidators();
        return schema;
    }
}
