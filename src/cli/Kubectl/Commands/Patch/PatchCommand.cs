using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Patch;

/// <summary><c>kubectl patch</c>.</summary>
public sealed class PatchCommand : Command
{
    private readonly FileFlags _files;
    private readonly WriteFlags _write;
    private readonly Flag<string> _patch;
    private readonly Flag<string> _patchFile;
    private readonly Flag<string> _type;
    private readonly Flag<string> _subresource;

    /// <summary>Declares the flags.</summary>
    public PatchCommand()
        : base("patch", "(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE] [options]")
    {
        _files = new FileFlags(Flags);
        _write = new WriteFlags(Flags, "kubectl-patch");
        _patch = Flags.String("patch", "", "The patch to be applied to the resource JSON file.", 'p');
        _patchFile = Flags.String("patch-file", "", "A file containing a patch to be applied to the resource.");
        _type = Flags.String("type", "strategic", "The type of patch being provided; one of [json merge strategic]");
        _subresource = Flags.String("subresource", "", "If specified, patch will operate on the subresource of the requested object.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_patch.Value.Length == 0 == (_patchFile.Value.Length == 0))
        {
            throw KubectlException.Error(_patch.Value.Length == 0 ? "must specify --patch or --patch-file containing the contents of the patch" : "cannot specify --patch and --patch-file together");
        }

        var text = _patch.Value.Length > 0 ? _patch.Value : await File.ReadAllTextAsync(_patchFile.Value, cancellationToken).ConfigureAwait(false);
        var type = _type.Value switch
        {
            "strategic" => Client.Patch.StrategicType,
            "merge" => Client.Patch.MergeType,
            "json" => Client.Patch.JsonType,
            _ => throw KubectlException.Error($"--type must be one of [json merge strategic], not \"{_type.Value}\""),
        };
        var patch = Body(text);

        var targets = _files.Names.Count > 0
            ? await ResourceFinder.FromFilesAsync(session, _files, cancellationToken).ConfigureAwait(false)
            : [.. ResourceQuery.Parse(arguments, await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).Select(query => new ResourceObject(query.Info, query.Info.Namespaced ? session.Namespace : "", query.Name, Value.Null))];
        if (targets.Count == 0 || targets.Any(target => target.Name.Length == 0))
        {
            throw KubectlException.Error(targets.Count == 0 ? "one or more resources must be specified as <resource> <name> or <resource>/<name>" : "resource(s) were provided, but no name was specified");
        }

        foreach (var target in targets)
        {
            var before = await session.SendAsync(new ApiRequest("GET", target.Path(_subresource.Value)), cancellationToken).ConfigureAwait(false);
            var request = new ApiRequest("PATCH", target.Path(_subresource.Value)) { Body = ApiBody.Of(patch, type), Query = _write.Query() };
            var after = _write.OnClient ? before : await session.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _write.Report(session, target, after, before == after ? "patched (no change)" : "patched");
        }

        return 0;
    }

    // JSON goes as it is, for the server to judge; YAML is turned into JSON.
    private static byte[] Body(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (text.TrimStart() is ['{' or '[', ..])
        {
            return bytes;
        }

        try
        {
            return YamlReader.Read(bytes).ToJson();
        }
        catch (WireException e)
        {
            throw KubectlException.Error($"unable to parse \"{text}\": {e.Message}");
        }
    }
}
