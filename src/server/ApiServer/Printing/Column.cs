namespace Cybernetes.ApiServer.Printing;

/// <summary>One column of a kind's Table.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Type">string, integer, number, boolean or date.</param>
/// <param name="Priority">0 for always, 1 for <c>-o wide</c>.</param>
/// <param name="Format">name for the object's name, otherwise empty.</param>
public sealed record Column(string Name, string Type = "string", int Priority = 0, string Format = "")
{
    /// <summary>The object's name.</summary>
    public static Column ObjectName { get; } = new("Name", Format: "name");

    /// <summary>What the column shows, in a few words.</summary>
    public string Description => Name switch
    {
        "Name" => "The object's name",
        "Age" => "Time since the object was created",
        "Created At" => "When the object was created",
        _ => $"The object's {Name.ToLowerInvariant()}",
    };
}
