using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Verbs;

namespace Cybernetes.ApiServer.Patching;

/// <summary>Server-side apply: the manager's wishes laid over the object, refused where others own what it wants otherwise.</summary>
internal sealed class ApplyPatch : ObjectPatch
{
    private readonly Value _wish;
    private readonly RequestContext _context;
    private readonly UpdateTarget _target;
    private readonly PatchOptions _options;
    private readonly FieldManager _manager;
    private readonly TimeProvider _time;

    private ApplyPatch(Value wish, RequestContext context, UpdateTarget target, PatchOptions options, TimeProvider time)
    {
        (_wish, _context, _target, _options, _time) = (wish, context, target, options, time);
        _manager = FieldOwnership.For(context.Resource!, target, time);
    }

    public override bool CreatesMissing => _target.Subresource.Length == 0;

    /// <exception cref="ApiException">The body is not YAML.</exception>
    public static ObjectPatch Read(RequestContext context, UpdateTarget target, PatchOptions options, TimeProvider time)
    {
        try
        {
            var duplicates = new List<string>();
            var wish = context.BodyObject is { } given ? FieldOwnership.Document(given) : Read(context, duplicates);
            if (options.FieldValidation == "Strict" && duplicates.Count > 0)
            {
                throw ApiErrors.BadRequest($"error strict decoding YAML: {string.Join(", ", duplicates)}");
            }

            return new ApplyPatch(wish, context, target, options, time);
        }
        catch (WireException error)
        {
            throw ApiErrors.BadRequest($"error decoding YAML: {error.Message}");
        }
    }

    private static Value Read(RequestContext context, List<string> duplicates) => context.ContentType.StartsWith("application/apply-patch+cbor", StringComparison.Ordinal)
        ? CborReader.Read(context.Body.Span)
        : YamlReader.Read(context.Body.Span, duplicates);

    public override IObject Apply(IObject? old)
    {
        var resource = _context.Resource!;
        var codec = _target.CodecFor(resource);
        var name = _wish.At("metadata", "name").AsString ?? "";
        if (name.Length > 0 && name != _context.Info.Name)
        {
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({_context.Info.Name})");
        }

        var live = FieldOwnership.Document(old is null ? codec.Empty : _target.Show(resource, old));
        if (old is null)
        {
            live = live.With("metadata", live["metadata"].With("name", _context.Info.Name).With("namespace", resource.Namespaced ? _context.Info.Namespace : Value.Null));
        }

        IObject applied;
        try
        {
            applied = (IObject)codec.ReadJson(_manager.Apply(live, _wish, _options.FieldManager, _options.Force ?? false).ToJson());
        }
        catch (ApplyConflictException conflict)
        {
            throw new ApiException(ApiStatus.ApplyConflict(
                conflict.Conflicts.Select(each => new StatusCause { Reason = "FieldManagerConflict", Message = $"conflict with {each.Manager}", Field = each.Path }).ToValueList(),
                conflict.Message));
        }
        catch (ApplyRequestException wrong)
        {
            throw ApiErrors.BadRequest(wrong.Message);
        }
        catch (Exception unfit) when (unfit is ApplyException or WireException)
        {
            throw ApiErrors.Unknown(unfit.Message);
        }

        applied = applied.WithMetadata(applied.Metadata with { Name = _context.Info.Name });
        applied = applied.WithMetadata(applied.Metadata with { Namespace = CreateVerb.NamespaceOf(_context, applied.Metadata) });
        applied = _target.Default(resource, applied);

        // What a part's configuration says of managers is about the part; its object's managers see a write of the fields behind it.
        return _target.ShowsWhole ? applied : FieldOwnership.OnUpdate(ManagedEntries.Without(applied), old, _target, resource, _options.FieldManager, _time);
    }
}
