package org.openhall.portal.internal.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is left of a refused upload before it is answered: a browser that is still sending when the connection closes shows a broken
 * connection instead of the answer.
 */
public final class RestOfUpload implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RestOfUpload.class);
    private static final long MOST = 256L * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) && request.getLength() <= MOST) {
            try {
                discard(request.getEntityStream());
            } catch (IOException e) {
                // Then the client has gone away, and nobody waits for the answer.
                LOG.debug("The rest of an upload could not be read", e);
            }
        }
    }

    private static void discard(InputStream body) throws IOException {
        var buffer = new byte[64 * 1024];
        long left = MOST;
        int read = body.read(buffer);
        while (read > 0 && left > 0) {
            left -= read;
            read = body.read(buffer);
        }
    }
}
