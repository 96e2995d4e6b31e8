import { type EdgeProgramType, EdgeRectangleProgram, NodeCircleProgram, type NodeProgramType } from 'sigma/rendering';

type Definition = ReturnType<NodeCircleProgram['getDefinition']>;

/** What of a program of sigma is looked at here. */
interface Drawing {
  array: Float32Array;
  VERTICES: number;
  ATTRIBUTES_ITEMS_COUNT: number;
  getDefinition(): object;
  processVisibleItem(index: number, start: number, ...data: readonly unknown[]): void;
}

/** What an instanced program says of itself beyond others. */
interface Instanced {
  readonly ATTRIBUTES: readonly unknown[];
  readonly CONSTANT_ATTRIBUTES: readonly unknown[];
  readonly CONSTANT_DATA: readonly (readonly number[])[];
}

/**
 * A program of sigma that writes out every corner of every item, instead of having one shape drawn once for each: where
 * there is no graphics processor, each such instance costs as much as a call of its own, thirty microseconds, and five
 * thousand nodes seven frames. The picture is the same.
 */
const written = <Program extends NodeProgramType | EdgeProgramType>(program: Program): Program => {
  let corners: readonly (readonly number[])[] = [];
  const base = program as unknown as new (...args: readonly unknown[]) => Drawing;
  const made = class extends base {
    override getDefinition(): object {
      const definition = super.getDefinition() as Instanced;
      const { CONSTANT_ATTRIBUTES, CONSTANT_DATA, ...rest } = definition;
      corners = CONSTANT_DATA;
      return { ...rest, ATTRIBUTES: [...rest.ATTRIBUTES, ...CONSTANT_ATTRIBUTES] };
    }

    override processVisibleItem(index: number, start: number, ...data: readonly unknown[]): void {
      super.processVisibleItem(index, start, ...data);
      const { array, ATTRIBUTES_ITEMS_COUNT: width } = this;
      for (const [corner, constants] of corners.entries()) {
        const at = start + corner * width;
        const own = width - constants.length;
        if (corner > 0) array.copyWithin(at, start, start + own);
        array.set(constants, at + own);
      }
    }
  };
  return made as unknown as Program;
};

/** The discs of sigma with another outline: how far a point lies outside of it, in the shader's words. */
const shaped = (distance: string): NodeProgramType => {
  const made = class extends NodeCircleProgram {
    override getDefinition(): Definition {
      const definition = super.getDefinition();
      return {
        ...definition,
        FRAGMENT_SHADER_SOURCE: definition.FRAGMENT_SHADER_SOURCE.replace(
          'length(v_diffVector) - v_radius + border',
          distance,
        ),
      };
    }
  };
  return written(made);
};

const X = 'abs(v_diffVector.x)';
const Y = 'abs(v_diffVector.y)';

export const NODE_PROGRAMS = {
  circle: written<NodeProgramType>(NodeCircleProgram),
  square: shaped(`max(${X}, ${Y}) - v_radius * 0.72 + border`),
  diamond: shaped(`${X} + ${Y} - v_radius + border`),
  triangle: shaped(`max(${X} * 0.866 + v_diffVector.y * 0.5, -v_diffVector.y) - v_radius * 0.5 + border`),
  ring: shaped('abs(length(v_diffVector) - v_radius * 0.72) - v_radius * 0.2 + border'),
};

type EdgeDefinition = ReturnType<EdgeRectangleProgram['getDefinition']>;

/** The straight edges of sigma, broken into dashes of a few pixels whatever the zoom. */
class DashedProgram extends EdgeRectangleProgram {
  override getDefinition(): EdgeDefinition {
    const definition = super.getDefinition();
    return {
      ...definition,
      VERTEX_SHADER_SOURCE: definition.VERTEX_SHADER_SOURCE.replace(
        'void main() {',
        'varying float v_along;\nvoid main() {\n  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / (u_correctionRatio * u_zoomRatio);',
      ),
      FRAGMENT_SHADER_SOURCE: definition.FRAGMENT_SHADER_SOURCE.replace(
        'void main(void) {',
        'varying float v_along;\nvoid main(void) {\n  #ifndef PICKING_MODE\n  if (mod(v_along, 18.0) > 11.0) discard;\n  #endif',
      ),
    };
  }
}

export const EDGE_PROGRAMS = {
  line: written<EdgeProgramType>(EdgeRectangleProgram),
  dashed: written<EdgeProgramType>(DashedProgram),
};
