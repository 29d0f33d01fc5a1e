package org.openhall.portal.internal.http;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Gives resource methods their {@code @Context Visit} and {@code @Context Sent}. */
@Singleton
final class VisitParameter implements ValueParamProvider {

    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        if (parameter.getRawType() == Sent.class) {
            return request -> new Sent(request, request.getUriInfo(), request.getEntityStream());
        }
        return parameter.getRawType() == Visit.class ? request -> request.getProperty(Visit.PROPERTY) : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }

    static AbstractBinder binder() {
        return new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new VisitParameter()).to(ValueParamProvider.class);
            }
        };
    }
}
