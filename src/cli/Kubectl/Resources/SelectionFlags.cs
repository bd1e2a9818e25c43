using Cybernetes.Base.Flags;

namespace Cybernetes.Kubectl.Resources;

/// <summary>Which objects of a type a command is about: <c>-l</c>, <c>--field-selector</c>, <c>-A</c>, <c>--all</c> as far as the command has them.</summary>
public sealed class SelectionFlags
{
    private readonly Flag<string> _labels;
    private readonly Flag<string>? _fields;
    private readonly Flag<bool>? _everywhere;
    private readonly Flag<bool>? _all;

    /// <summary>Declares the flags.</summary>
    public SelectionFlags(FlagSet flags, bool fields = false, bool everywhere = false, bool all = false)
    {
        _labels = flags.String("selector", "", "Selector (label query) to filter on", 'l');
        _fields = fields ? flags.String("field-selector", "", "Selector (field query) to filter on") : null;
        _everywhere = everywhere ? flags.Bool("all-namespaces", false, "If present, list the requested object(s) across all namespaces.", 'A') : null;
        _all = all ? flags.Bool("all", false, "Select all resources in the namespace of the specified resource types") : null;
    }

    /// <summary>The label selector.</summary>
    public string Labels => _labels.Value;

    /// <summary>The field selector.</summary>
    public string Fields => _fields?.Value ?? "";

    /// <summary>Whether all namespaces are meant.</summary>
    public bool Everywhere => _everywhere?.Value ?? false;

    /// <summary>Whether all objects are meant.</summary>
    public bool All => _all?.Value ?? false;

    /// <summary>The pairs of a list's query.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query()
    {
        if (Labels.Length > 0)
        {
            yield return new("labelSelector", Labels);
        }

        if (Fields.Length > 0)
        {
            yield return new("fieldSelector", Fields);
        }
    }
}
