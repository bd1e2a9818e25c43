namespace Cybernetes.Base.Logging;

/// <summary>The two line formats of <c>--logging-format</c>.</summary>
public enum LogFormat
{
    /// <summary>klog's line: level, date, thread, place, message.</summary>
    Text,

    /// <summary>One JSON object a line: ts (milliseconds), v or err, caller, msg and the values.</summary>
    Json,
}
