package org.openhall.items.advertising;

import org.openhall.testkit.ItemConformance;

class AdvertisingConformanceTest extends ItemConformance {}
