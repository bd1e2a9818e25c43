using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Metadata;

/// <summary>Sets (<c>key=value</c>) and takes away (<c>key-</c>) labels or annotations.</summary>
public abstract class MetadataCommand : Command
{
    private readonly string _field;
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;
    private readonly Flag<bool> _overwrite;
    private readonly Flag<bool> _list;
    private readonly Flag<string> _resourceVersion;

    /// <summary>A command on <c>metadata.<paramref name="field"/></c>.</summary>
    protected MetadataCommand(string name, string field, string usage)
        : base(name, usage)
    {
        _field = field;
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags, fields: true, everywhere: true, all: true);
        _write = new WriteFlags(Flags, "kubectl-" + name);
        _overwrite = Flags.Bool("overwrite", false, $"If true, allow {field} to be overwritten, otherwise reject {name} updates that overwrite existing {field}.");
        _list = Flags.Bool("list", false, $"If true, display the {field} for a given resource.");
        _resourceVersion = Flags.String("resource-version", "", $"If non-empty, the {name} update will only succeed if this is the current resource-version for the object.");
    }

    /// <summary>What is said of an object that was changed.</summary>
    protected abstract string Done(bool added, bool removed);

    /// <summary>Refuses a key or value that is not valid.</summary>
    protected abstract void Check(string key, string? value);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var pairs = arguments.Where(IsPair).ToList();
        var resources = arguments.Where(argument => !IsPair(argument)).ToList();
        if (resources.Count == 0 && _files.Names.Count == 0)
        {
            throw KubectlException.Error("one or more resources must be specified as <resource> <name> or <resource>/<name>");
        }

        if (pairs.Count == 0 && !_list.Value)
        {
            throw KubectlException.Error($"at least one {_field.TrimEnd('s')} update is required");
        }

        var changes = Changes(pairs);
        var failed = false;
        foreach (var one in await ResourceFinder.FindAsync(session, resources, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            if (_list.Value)
            {
                foreach (var (key, value) in one.Document["metadata"][_field].Entries)
                {
                    await session.Io.Out.WriteLineAsync($"{key}={value.AsString}").ConfigureAwait(false);
                }
            }
            else
            {
                failed |= !await ChangeAsync(session, one, changes, cancellationToken).ConfigureAwait(false);
            }
        }

        return failed ? 1 : 0;
    }

    private static bool IsPair(string argument) => argument.Contains('=', StringComparison.Ordinal) || (argument.EndsWith('-') && argument.Length > 1);

    private Dictionary<string, string?> Changes(IEnumerable<string> pairs)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals >= 0 ? (pair[..equals], pair[(equals + 1)..]) : (pair[..^1], (string?)null);
            Check(key, value);
            if (!changes.TryAdd(key, value) && (changes[key] is null) != (value is null))
            {
                throw KubectlException.Error($"can not both modify and remove {(_field == "labels" ? "a label" : "an annotation")} in the same command");
            }

            changes[key] = value;
        }

        return changes;
    }

    private async Task<bool> ChangeAsync(Session session, ResourceObject one, Dictionary<string, string?> changes, CancellationToken cancellationToken)
    {
        var current = one.Document["metadata"][_field].Entries;
        if (!_overwrite.Value && changes.Where(change => change.Value is not null && current.TryGetValue(change.Key, out var old) && old.AsString != change.Value).Select(change => change.Key).ToList() is { Count: > 0 } taken)
        {
            await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            await session.Io.Err.WriteLineAsync(Refusal(taken, current)).ConfigureAwait(false);
            return false;
        }

        var updates = changes.Where(change => change.Value is null ? current.ContainsKey(change.Key) : !(current.TryGetValue(change.Key, out var old) && old.AsString == change.Value)).ToList();
        foreach (var missing in changes.Where(change => change.Value is null && !current.ContainsKey(change.Key)))
        {
            await session.Io.Out.WriteLineAsync($"{_field.TrimEnd('s')} \"{missing.Key}\" not found.").ConfigureAwait(false);
        }

        var result = one.Document;
        if (updates.Count > 0 && !_write.OnClient)
        {
            var metadata = Value.MapOf((_field, Value.Map(updates.ToValueMap(change => change.Key, change => (Value)change.Value))));
            metadata = _resourceVersion.Value.Length > 0 ? metadata.With("resourceVersion", _resourceVersion.Value) : metadata;
            var request = new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(Value.MapOf(("metadata", metadata)).ToJson(), Client.Patch.MergeType), Query = _write.Query() };
            result = await session.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        _write.Report(session, one, result, updates.Count == 0 ? $"not {Done(true, false)}" : Done(updates.Any(update => update.Value is not null), updates.Any(update => update.Value is null)));
        return true;
    }

    private string Refusal(List<string> taken, ValueMap<Value> current) => _field == "labels"
        ? $"error: '{taken[0]}' already has a value ({current[taken[0]].AsString}), and --overwrite is false"
        : $"error: --overwrite is false but found the following declared annotation(s): {string.Join("; ", taken.Select(key => $"'{key}' already has a value ({current[key].AsString})"))}";
}
