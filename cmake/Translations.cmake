# Strings are gathered from every source of ours; zh_CN and en are complete (a test says so).
