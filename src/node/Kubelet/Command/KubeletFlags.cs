using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;

namespace Cybernetes.Kubelet.Command;

/// <summary>How a flag's value is written in the configuration file.</summary>
internal enum FlagKind
{
    Text,
    Number,
    Bool,
    List,
    Map,
}

/// <summary>One flag and the field it sets; an empty path for those that are not in the configuration file.</summary>
internal sealed record FlagRow(string Name, FlagKind Kind, string Path);

/// <summary>The kubelet's command line.</summary>
internal static partial class KubeletFlags
{
    /// <summary>Flags outside the configuration file that have an effect here.</summary>
    private static readonly HashSet<string> Own = ["bootstrap-kubeconfig", "cert-dir", "config", "config-dir", "kubeconfig", "hostname-override", "node-ip", "node-labels", "root-dir", "register-with-taints"];

    public static FlagSet Declare()
    {
        var flags = new FlagSet("kubelet");
        foreach (var row in Table)
        {
            switch (row.Kind)
            {
                case FlagKind.Bool:
                    flags.Bool(row.Name);
                    break;
                case FlagKind.List:
                    flags.Strings(row.Name);
                    break;
                case FlagKind.Map:
                    flags.MapStringString(row.Name);
                    break;
                default:
                    flags.String(row.Name);
                    break;
            }
        }

        return flags;
    }

    /// <summary>What the flags set, as a configuration document that goes over the file's.</summary>
    public static Value Document(FlagSet flags)
    {
        var document = Value.EmptyMap;
        foreach (var row in Table.Where(r => r.Path.Length > 0 && flags.Changed(r.Name)))
        {
            Value value = flags.Lookup(row.Name) switch
            {
                Flag<bool> flag => flag.Value,
                Flag<System.Collections.Immutable.ImmutableArray<string>> flag => Value.List([.. flag.Value.Select(v => (Value)v)]),
                Flag<System.Collections.Immutable.ImmutableSortedDictionary<string, string>> flag => Value.Map(ValueMap.From(flag.Value.Select(p => KeyValuePair.Create(p.Key, (Value)p.Value)))),
                { } flag when row.Kind == FlagKind.Number => FlagTypes.ParseInt(flag.ValueText),
                { } flag => flag.ValueText,
                null => Value.Null,
            };
            document = Set(document, row.Path.Split('.'), value);
        }

        return document;
    }

    /// <summary>The flags that were given but have no effect here.</summary>
    public static IEnumerable<string> WithoutEffect(FlagSet flags) =>
        Table.Where(r => r.Path.Length == 0 && !Own.Contains(r.Name) && flags.Changed(r.Name)).Select(r => r.Name);

    /// <summary>Lays one document over another: maps join, everything else is replaced.</summary>
    public static Value Merge(Value under, Value over)
    {
        if (!under.IsMap || !over.IsMap)
        {
            return over;
        }

        foreach (var (key, value) in over.Entries)
        {
            under = under.With(key, Merge(under[key], value));
        }

        return under;
    }

    private static Value Set(Value document, ReadOnlySpan<string> path, Value value) => path.Length == 1
        ? document.With(path[0], value)
        : document.With(path[0], Set(document[path[0]].IsMap ? document[path[0]] : Value.EmptyMap, path[1..], value));
}
