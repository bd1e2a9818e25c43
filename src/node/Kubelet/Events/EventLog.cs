using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Events;

internal static partial class EventLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Event occurred object={Name} type={Type} reason={Reason} message={Text}")]
    public static partial void Recorded(ILogger log, string name, string type, string reason, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {Reason} of {Name} was not delivered: {Error}")]
    public static partial void NotDelivered(ILogger log, string reason, string name, string error);
}
