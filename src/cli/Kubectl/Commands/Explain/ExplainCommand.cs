using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Explain;

/// <summary><c>kubectl explain</c>: what a kind or a field is, out of the server's OpenAPI document.</summary>
public sealed class ExplainCommand : Command
{
    private readonly Flag<bool> _recursive;
    private readonly Flag<string> _apiVersion;
    private readonly Flag<string> _output;

    /// <summary>Declares the flags.</summary>
    public ExplainCommand()
        : base("explain", "TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext] [options]")
    {
        _recursive = Flags.Bool("recursive", false, "When true, print the name of all the fields recursively.", 'R');
        _apiVersion = Flags.String("api-version", "", "Use given api-version (group/version) of the resource.");
        _output = Flags.String("output", "plaintext", "Format in which to render the schema.", 'o');
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var asked])
        {
            throw KubectlException.Error(arguments.Count == 0
                ? "You must specify the type of resource to explain. Use \"kubectl api-resources\" for a complete list of supported resources."
                : "We accept only this format: explain RESOURCE\n");
        }

        if (_output.Value != "plaintext")
        {
            throw KubectlException.Error($"unrecognized format: {_output.Value}");
        }

        var resources = await session.ResourcesAsync(cancellationToken).ConfigureAwait(false);
        var path = asked.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var info = resources.TryFind(path[0]) ?? throw new KubectlException($"the server doesn't have a resource type \"{path[0]}\"");
        if (_apiVersion.Value.Length > 0)
        {
            var kind = GroupVersionKind.From(_apiVersion.Value, info.Kind.Kind);
            info = resources.All.FirstOrDefault(one => one.Kind == kind) ?? throw KubectlException.Error($"couldn't find resource for \"{_apiVersion.Value}, Resource={info.Plural}\"");
        }

        var index = await session.SendAsync(new ApiRequest("GET", "/openapi/v3"), cancellationToken).ConfigureAwait(false);
        var root = ApiPath.Root(info.Kind.Group, info.Kind.Version)[1..];
        var url = index["paths"][root]["serverRelativeURL"].AsString ?? throw KubectlException.Error($"couldn't find resource for \"{info.Kind}\"");
        var (at, query) = Get.RawPath.Split(url);
        var document = await session.SendAsync(new ApiRequest("GET", at) { Query = query }, cancellationToken).ConfigureAwait(false);
        var explanation = new Explanation(document, info.Kind);
        await session.Io.Out.WriteAsync(explanation.Heading).ConfigureAwait(false);
        await session.Io.Out.WriteAsync(explanation.Write(path.AsSpan(1).ToArray(), _recursive.Value)).ConfigureAwait(false);
        return 0;
    }
}
