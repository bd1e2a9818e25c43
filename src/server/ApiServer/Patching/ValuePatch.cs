using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Verbs;

namespace Cybernetes.ApiServer.Patching;

/// <summary>A JSON, merge or strategic patch: applied to the object's JSON, which is then read back as the kind.</summary>
internal sealed class ValuePatch : ObjectPatch
{
    private readonly PatchForm _form;
    private readonly Value _patch;
    private readonly JsonPatch? _operations;
    private readonly RequestContext _context;
    private readonly UpdateTarget _target;
    private readonly PatchOptions _options;
    private readonly string _manager;
    private readonly TimeProvider _time;

    // What is given twice in the patch itself: it no longer shows in the patched object.
    private readonly IReadOnlyList<string> _duplicates;

    public ValuePatch(PatchForm form, Value patch, RequestContext context, UpdateTarget target, PatchOptions options, string manager, TimeProvider time)
    {
        (_form, _patch, _context, _target, _options, _manager, _time) = (form, patch, context, target, options, manager, time);
        _duplicates = options.FieldValidation == "Ignore" ? [] : StrictScan.Find(context.Body.Span, null);
        if (form == PatchForm.Json)
        {
            _operations = Guard(() => JsonPatch.Parse(patch));
        }
        else if (!patch.IsMap)
        {
            var found = patch.IsList ? "array" : patch.IsString ? "string" : patch.IsNull ? "null" : "number";
            throw ApiErrors.BadRequest($"error decoding patch: json: cannot unmarshal {found} into Go value of type map[string]interface {{}}");
        }
    }

    public override IObject Apply(IObject? old)
    {
        var resource = _context.Resource!;
        var codec = _target.CodecFor(resource);
        var shown = _target.Show(resource, old!);

        // Managed fields are most of an object; where the patch cannot touch them they need not become a document.
        var setsAside = _form != PatchForm.Json && !_patch["metadata"].Entries.ContainsKey("managedFields");
        var before = FieldOwnership.Document(setsAside ? ManagedEntries.Without(shown) : shown);
        var after = Guard(() => _form switch
        {
            PatchForm.Json => _operations!.Apply(before),
            PatchForm.Merge => JsonMergePatch.Apply(before, _patch),
            _ => StrategicMergePatch.Apply(before, _patch, codec.Schema),
        });
        var patched = Read(codec, after);
        if (setsAside)
        {
            patched = patched.WithMetadata(patched.Metadata with { ManagedFields = shown.Metadata.ManagedFields });
        }

        patched = UpdateVerb.Named(_context, Identified(patched, shown.Metadata));
        patched = _target.Default(resource, patched);
        return setsAside && _target.ShowsWhole
            ? FieldOwnership.OnUpdate(patched, before, shown.Metadata.ManagedFields, _target, resource, _manager, _time)
            : FieldOwnership.OnUpdate(patched, old, _target, resource, _manager, _time);
    }

    private IObject Read(KindCodec codec, Value after)
    {
        var kind = codec.Info.Kind;
        if ((after["kind"].AsString ?? kind.Kind) != kind.Kind || (after["apiVersion"].AsString ?? kind.ApiVersion) != kind.ApiVersion)
        {
            throw NotReadable($"converting ({after["apiVersion"].AsString}, Kind={after["kind"].AsString}) to ({kind.ApiVersion}, Kind={kind.Kind}): unknown conversion");
        }

        var document = after.ToJson();
        if (_options.FieldValidation != "Ignore")
        {
            IReadOnlyList<string> problems = [.. _duplicates, .. StrictScan.Find(document, codec.Schema)];
            if (problems.Count > 0 && _options.FieldValidation == "Strict")
            {
                throw NotReadable($"strict decoding error: {string.Join(", ", problems)}");
            }

            _context.Warn(problems);
        }

        try
        {
            return (IObject)codec.ReadJson(document);
        }
        catch (WireException error)
        {
            throw NotReadable(error.Message);
        }
    }

    private ApiException NotReadable(string why)
    {
        var errors = new ErrorList();
        var shown = _form == PatchForm.Strategic ? GoValue.Format(_patch) : System.Text.Encoding.UTF8.GetString(_context.Body.Span);
        errors.Invalid(FieldPath.Of("patch"), shown, why);
        return InvalidStatus.From(new GroupKind("", ""), "", errors);
    }

    /// <summary>A patch that takes the name away does not rename: upstream keeps what the URL says only where the object says nothing.</summary>
    private static IObject Identified(IObject patched, ObjectMeta before) =>
        patched.Metadata.Name.Length > 0 ? patched : patched.WithMetadata(patched.Metadata with { Name = before.Name });

    private static T Guard<T>(Func<T> apply)
    {
        try
        {
            return apply();
        }
        catch (PatchException fault)
        {
            throw fault.Fault switch
            {
                PatchFault.Malformed => ApiErrors.BadRequest(fault.Message),
                PatchFault.Unprocessable => ApiErrors.Unprocessable(),
                PatchFault.TooLarge => ApiErrors.RequestEntityTooLarge(fault.Message),
                _ => ApiErrors.Unknown(fault.Message),
            };
        }
    }
}
