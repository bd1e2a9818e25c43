using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Nodes;

/// <summary><c>kubectl taint nodes NAME key=value:Effect</c>, or <c>key:Effect-</c> to take away.</summary>
public sealed class TaintCommand : Command
{
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;
    private readonly Flag<bool> _overwrite;

    /// <summary>Declares the flags.</summary>
    public TaintCommand()
        : base("taint", "NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N [options]")
    {
        _selection = new SelectionFlags(Flags, all: true);
        _write = new WriteFlags(Flags, "kubectl-taint");
        _overwrite = Flags.Bool("overwrite", false, "If true, allow taints to be overwritten, otherwise reject taint updates that overwrite existing taints.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var changes = arguments.Where(IsTaint).Select(Parse).ToList();
        if (changes.Count == 0)
        {
            throw KubectlException.Error("at least one taint update is required");
        }

        foreach (var node in await ResourceFinder.FindAsync(session, [.. arguments.Where(argument => !IsTaint(argument))], null, _selection, cancellationToken).ConfigureAwait(false))
        {
            var taints = node.Document.At("spec", "taints").Items.ToList();
            foreach (var (key, _, effect, removed) in changes)
            {
                var found = taints.RemoveAll(taint => taint["key"].AsString == key && (effect.Length == 0 || taint["effect"].AsString == effect));
                if (removed && found == 0)
                {
                    throw KubectlException.Error($"taint \"{(effect.Length > 0 ? $"{key}:{effect}" : key)}\" not found");
                }

                if (!removed && found > 0 && !_overwrite.Value)
                {
                    throw KubectlException.Error($"node {node.Name} already has {key} taint(s) with same effect(s) and --overwrite is false");
                }
            }

            taints.AddRange(changes.Where(change => !change.Removed).Select(change => Taint(change.Key, change.Value, change.Effect)));
            var patch = Value.MapOf(("metadata", Value.MapOf(("resourceVersion", node.Document.At("metadata", "resourceVersion")))), ("spec", Value.MapOf(("taints", Value.List(taints.ToValueList())))));
            var result = _write.OnClient
                ? node.Document
                : await session.SendAsync(new ApiRequest("PATCH", node.Path()) { Body = ApiBody.Of(patch.ToJson(), Client.Patch.MergeType), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
            _write.Report(session, node, result, suffixed: false, done: changes.All(change => change.Removed) ? "untainted" : changes.Any(change => change.Removed) ? "modified" : "tainted");
        }

        return 0;
    }

    private static bool IsTaint(string argument) => argument.Contains(':', StringComparison.Ordinal) || argument.Contains('=', StringComparison.Ordinal) || argument.EndsWith('-');

    private static (string Key, string Value, string Effect, bool Removed) Parse(string text)
    {
        var removed = text.EndsWith('-');
        var body = removed ? text[..^1] : text;
        var colon = body.LastIndexOf(':');
        var pair = (colon < 0 ? body : body[..colon]).Split('=', 2);
        var effect = colon < 0 ? "" : body[(colon + 1)..];
        return effect is "NoSchedule" or "PreferNoSchedule" or "NoExecute" || (removed && effect.Length == 0)
            ? (pair[0], pair.Length > 1 ? pair[1] : "", effect, removed)
            : throw KubectlException.Error(effect.Length == 0 ? $"invalid taint spec: {text}" : $"invalid taint effect: {effect}, unsupported taint effect");
    }

    private static Value Taint(string key, string value, string effect)
    {
        var taint = Value.MapOf(("effect", effect), ("key", key));
        return value.Length > 0 ? taint.With("value", value) : taint;
    }
}
