# Sourced by the launcher and by the script that makes the AOT caches: a cache is only used under the flags it was made with.
# Expects DIST, the folder with lib/ and the caches.
# An evaluation lasts seconds, in which the JVM's own thresholds let it spend more time on optimising code than that code then runs:
# only what runs often is worth the first compiler (Tier3…), and what runs very often the second (Tier4…). Except what calls the loops of
# SHA-1 and SHA-256: only the second compiler puts the processor's own instructions there, and a big image would be hashed for long
# without them. And matching against a feed: all threads run the same few loops, and what the first compiler counts in them they would
# count one after the other.
# Of what is allocated little lives long, so a small young generation does, and one thread that collects it, without which the others
# would have less of the processor. Contents of megabytes are put past it (PretenureSizeThreshold): where there is no room, the old ones
# are collected first, instead of growing. The heap may grow to two fifths of the machine's memory, which only products of many gigabytes
# need. What is called by reflection is called too seldom for the JVM to make code for it first (useNativeAccessorOnly).

JAVA_FLAGS="-XX:+UseSerialGC -Xms128m -Xmn26m -XX:SurvivorRatio=4 -XX:PretenureSizeThreshold=4m -XX:MaxRAMPercentage=40 -Xss4m -XX:-UsePerfData
 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Djava.awt.headless=true
 -Djdk.reflect.useNativeAccessorOnly=true
 -XX:Tier3InvocationThreshold=2000 -XX:Tier3MinInvocationThreshold=1000 -XX:Tier3CompileThreshold=20000
 -XX:Tier3BackEdgeThreshold=200000
 -XX:Tier4InvocationThreshold=500000 -XX:Tier4MinInvocationThreshold=100000 -XX:Tier4CompileThreshold=1500000
 -XX:Tier4BackEdgeThreshold=1000000 -XX:CompileCommand=quiet
 -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::implCompressMultiBlock,0.00001
 -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA*::implCompress,0.0001
 -XX:CompileCommand=CompileThresholdScaling,dev.assay.feed.*::*,0.1
 -Xlog:disable -Xlog:all=off"
CLASS_PATH=$(printf '%s:' "$DIST"/lib/*.jar)
CLASS_PATH=${CLASS_PATH%:}
MAIN=dev.assay.cli.Main
