package org.openhall.portal.internal.gate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** While the hall is not ready for long, tells the log which parts are missing and what our components are waiting for. */
@Component(service = WaitingParts.class, immediate = true)
public final class WaitingParts {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingParts.class);
    private static final long SECONDS = 20;

    private final Health health;
    private final ServiceComponentRuntime components;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waiting-parts"));

    @Activate
    public WaitingParts(@Reference Health health, @Reference ServiceComponentRuntime components) {
        this.health = health;
        this.components = components;
        watch.scheduleWithFixedDelay(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }

    private void tell() {
        if (!health.ready()) {
            LOG.warn(
                    "The hall is not ready. Missing parts: {}. Components that wait: {}",
                    health.parts().stream().filter(part -> !part.ready()).toList(),
                    waiting());
        }
    }

    private List<String> waiting() {
        return components.getComponentDescriptionDTOs().stream()
                .filter(component -> component.bundle.symbolicName.startsWith("org.openhall."))
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream()
                        .filter(WaitingParts::isStuck)
                        .map(configuration -> describe(component, configuration)))
                .toList();
    }

    private static boolean isStuck(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    private static String describe(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        String why = configuration.failure == null
                ? Arrays.stream(configuration.unsatisfiedReferences)
                        .map(reference -> reference.name)
                        .toList()
                        .toString()
                : configuration.failure.lines().findFirst().orElse("failed");
        return component.name + " " + why;
    }
}
