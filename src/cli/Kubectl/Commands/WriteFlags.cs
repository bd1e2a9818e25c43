using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands;

/// <summary>What commands that write have in common: <c>-o</c>, <c>--dry-run</c>, <c>--field-manager</c>, and how they say what they did.</summary>
public sealed class WriteFlags
{
    private readonly Flag<string> _output;
    private readonly Flag<string> _dryRun;
    private readonly Flag<string>? _manager;
    private readonly Flag<bool> _managedFields;
    private readonly List<Value> _gathered = [];
    private ObjectPrinter? _printer;

    /// <summary>Declares the flags; an empty manager leaves that flag out.</summary>
    public WriteFlags(FlagSet flags, string manager = "")
    {
        _output = flags.String("output", "", "Output format.", 'o');
        _dryRun = flags.Add(new Flag<string>("dry-run", "none", FlagTypes.String, "Must be \"none\", \"server\", or \"client\".") { NoOptDefault = "unchanged" });
        _manager = manager.Length > 0 ? flags.String("field-manager", manager, "Name of the manager used to track field ownership.") : null;
        _managedFields = flags.Bool("show-managed-fields", false, "If true, keep the managedFields when printing objects in JSON or YAML format.");
    }

    /// <summary>Nothing is sent that writes.</summary>
    public bool OnClient => _dryRun.Value is "client" or "unchanged" or "true";

    /// <summary>The server tries only.</summary>
    public bool OnServer => _dryRun.Value == "server";

    /// <summary>The manager's name.</summary>
    public string Manager => _manager?.Value ?? "";

    /// <summary>Whether the flag was given.</summary>
    public bool ManagerGiven => _manager?.Changed ?? false;

    /// <summary>Whether objects are printed together at the end, as a list where there are several.</summary>
    public bool Gathers { get; init; }

    /// <summary>Prints what was gathered.</summary>
    public void Finish(Session session)
    {
        if (_gathered.Count > 0)
        {
            Printer().Print(
                _gathered.Count == 1 ? _gathered[0] : Value.MapOf(("apiVersion", "v1"), ("items", Value.List(_gathered.ToValueList())), ("kind", "List"), ("metadata", Value.EmptyMap)),
                session.Io.Out);
        }
    }

    private ObjectPrinter Printer() =>
        _printer ??= ObjectPrinter.Of(_output.Value, _managedFields.Value) ?? throw KubectlException.Error($"unable to match a printer suitable for the output format \"{_output.Value}\"");

    /// <summary>The pairs of a write's query.</summary>
    /// <exception cref="KubectlException">The flags are wrong.</exception>
    public List<KeyValuePair<string, string>> Query(string? manager = null)
    {
        if (_dryRun.Value is not ("none" or "client" or "server" or "unchanged" or "true" or "false"))
        {
            throw KubectlException.Error($"Invalid dry-run value ({_dryRun.Value}). Must be \"none\", \"server\", or \"client\".");
        }

        var pairs = new List<KeyValuePair<string, string>>();
        if (OnServer)
        {
            pairs.Add(new("dryRun", "All"));
        }

        if ((manager ?? Manager) is { Length: > 0 } name)
        {
            pairs.Add(new("fieldManager", name));
        }

        return pairs;
    }

    /// <summary>Prints the object, or <c>deployment.apps/web created</c>.</summary>
    public void Report(Session session, ResourceObject written, Value result, string done, bool suffixed = true)
    {
        if (_output.Value.Length > 0 && _output.Value != "name")
        {
            var document = ResourceFinder.WithKind(result, written.Info.Kind);
            if (Gathers)
            {
                _gathered.Add(document);
            }
            else
            {
                Printer().Print(document, session.Io.Out);
            }

            return;
        }

        var name = $"{written.Info.KindName}/{result.At("metadata", "name").AsString ?? written.Name}";
        var suffix = !suffixed ? "" : OnServer ? " (server dry run)" : OnClient ? " (dry run)" : "";
        session.Io.Out.WriteLine(_output.Value == "name" ? name : $"{name} {done}{suffix}");
    }
}
