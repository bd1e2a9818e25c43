namespace Cybernetes.Informers.Events;

/// <summary>The two types of event.</summary>
public static class EventType
{
    /// <summary>For information.</summary>
    public const string Normal = "Normal";

    /// <summary>Something may be wrong.</summary>
    public const string Warning = "Warning";
}
